/** The queue of a scan: accounts by regions, leased to whoever has time, each read to its end once. */
@NullMarked
package dev.quarterdeck.inventory.scanning;

import org.jspecify.annotations.NullMarked;
