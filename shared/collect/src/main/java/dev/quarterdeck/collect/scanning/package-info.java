/** What works on a scan's cells: reads an account over its own access, keeps what it saw, publishes it, counts it beforehand. */
@NullMarked
package dev.quarterdeck.collect.scanning;

import org.jspecify.annotations.NullMarked;
