/** Exports: everything that answers a filter, written into a file while nobody waits. */
@NullMarked
package dev.quarterdeck.inventory.exporting;

import org.jspecify.annotations.NullMarked;
