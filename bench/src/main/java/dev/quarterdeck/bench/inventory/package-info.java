/** The inventory at a million resources: beside plain DuckDB over one Parquet file, and as a served hub answers. */
@NullMarked
package dev.quarterdeck.bench.inventory;

import org.jspecify.annotations.NullMarked;
