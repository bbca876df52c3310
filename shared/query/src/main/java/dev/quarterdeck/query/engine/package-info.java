/** The engine that answers questions to all facts: DuckDB in memory, its tables, and how values are read in it. */
@NullMarked
package dev.quarterdeck.query.engine;

import org.jspecify.annotations.NullMarked;
