/** Somebody's own SQL, run where it can read their rows and do nothing else. */
@NullMarked
package dev.quarterdeck.query.sql;

import org.jspecify.annotations.NullMarked;
