/** A violation planted to prove that the rule of {@code kernel} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.kernel;

import org.jspecify.annotations.NullMarked;
