/** Looking for one thing among all facts: an address, an id, a name, and what hangs together with it. */
@NullMarked
package dev.quarterdeck.inventory.find;

import org.jspecify.annotations.NullMarked;
