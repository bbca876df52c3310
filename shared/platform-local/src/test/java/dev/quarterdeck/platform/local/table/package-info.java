/** The table in one file, held to what every table must do and to what only a file can suffer. */
@NullMarked
package dev.quarterdeck.platform.local.table;

import org.jspecify.annotations.NullMarked;
