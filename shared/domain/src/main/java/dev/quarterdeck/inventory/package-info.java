/** Facts about resources, how they hang together, and what is known about our looking. */
@NullMarked
package dev.quarterdeck.inventory;

import org.jspecify.annotations.NullMarked;
