/** Facts as rows: the column names that people see everywhere, in files, in SQL, in the API. */
@NullMarked
package dev.quarterdeck.inventory.rows;

import org.jspecify.annotations.NullMarked;
