/** The map of all accounts: what is in what, how much of it, and what leads from where to where. */
@NullMarked
package dev.quarterdeck.inventory.topology;

import org.jspecify.annotations.NullMarked;
