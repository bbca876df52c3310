/** What every table must do, whatever engine keeps it, and a table that behaves as badly as it may. */
@NullMarked
package dev.quarterdeck.testkit.table;

import org.jspecify.annotations.NullMarked;
