/** A violation planted to prove that the rule of {@code workflows} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.workflows;

import org.jspecify.annotations.NullMarked;
