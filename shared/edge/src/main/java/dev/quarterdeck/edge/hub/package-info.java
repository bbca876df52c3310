/** What the API says of the hub itself. */
@NullMarked
package dev.quarterdeck.edge.hub;

import org.jspecify.annotations.NullMarked;
