/** A violation planted to prove that the rule of {@code compiler} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.compiler;

import org.jspecify.annotations.NullMarked;
