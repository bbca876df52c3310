/** HTTP as data: what every host (Lambda, the laptop's server, a test) hands in and gets back. */
@NullMarked
package dev.quarterdeck.edge.http;

import org.jspecify.annotations.NullMarked;
