/** The one table in which the hub keeps its state, with DynamoDB's semantics on every engine. */
@NullMarked
package dev.quarterdeck.kernel.table;

import org.jspecify.annotations.NullMarked;
