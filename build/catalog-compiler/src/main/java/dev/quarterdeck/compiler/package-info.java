/** Checks what people wrote in the catalog against AWS's models and compiles both into what the product reads at start. */
@NullMarked
package dev.quarterdeck.compiler;

import org.jspecify.annotations.NullMarked;
