/** The function that carries the engine which reads the whole inventory at once. */
@NullMarked
package dev.quarterdeck.functions.query;

import org.jspecify.annotations.NullMarked;
