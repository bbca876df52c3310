/** The process that a query in SQL runs in. */
@NullMarked
package dev.quarterdeck.query.process;

import org.jspecify.annotations.NullMarked;
