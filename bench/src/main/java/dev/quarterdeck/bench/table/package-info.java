/** The hub's table beside SQLite's own statements, small beside large, and a hub that starts on a large one. */
@NullMarked
package dev.quarterdeck.bench.table;

import org.jspecify.annotations.NullMarked;
