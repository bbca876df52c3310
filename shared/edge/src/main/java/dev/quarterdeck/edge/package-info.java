/** Where requests come in: one edge for HTTP, whoever hosts it. */
@NullMarked
package dev.quarterdeck.edge;

import org.jspecify.annotations.NullMarked;
