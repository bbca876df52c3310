/** The hub's table in one SQLite file. */
@NullMarked
package dev.quarterdeck.platform.local.table;

import org.jspecify.annotations.NullMarked;
