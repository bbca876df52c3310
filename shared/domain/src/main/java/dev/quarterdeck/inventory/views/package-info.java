/** Questions to the inventory that somebody keeps under a name, for themselves or for all. */
@NullMarked
package dev.quarterdeck.inventory.views;

import org.jspecify.annotations.NullMarked;
