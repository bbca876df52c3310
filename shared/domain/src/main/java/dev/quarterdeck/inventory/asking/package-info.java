/** Asking the whole inventory: lists of resources, and queries in SQL. */
@NullMarked
package dev.quarterdeck.inventory.asking;

import org.jspecify.annotations.NullMarked;
