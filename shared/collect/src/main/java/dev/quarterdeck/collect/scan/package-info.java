/** Collecting facts: accounts by regions by types, with what is known about our looking. */
@NullMarked
package dev.quarterdeck.collect.scan;

import org.jspecify.annotations.NullMarked;
