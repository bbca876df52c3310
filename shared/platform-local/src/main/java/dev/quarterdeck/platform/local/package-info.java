/** The hub's platform on one machine: SQLite, a folder, a vault file. */
@NullMarked
package dev.quarterdeck.platform.local;

import org.jspecify.annotations.NullMarked;
