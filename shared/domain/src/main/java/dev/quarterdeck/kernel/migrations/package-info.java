/** Brings the rows that are there to the form that the program wants, and back. */
@NullMarked
package dev.quarterdeck.kernel.migrations;

import org.jspecify.annotations.NullMarked;
