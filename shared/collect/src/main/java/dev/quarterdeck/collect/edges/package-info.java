/** How resources hang together: from the names by which they speak of each other to edges. */
@NullMarked
package dev.quarterdeck.collect.edges;

import org.jspecify.annotations.NullMarked;
