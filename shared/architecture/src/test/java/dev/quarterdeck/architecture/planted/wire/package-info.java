/** A violation planted to prove that the rule of {@code wire} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.wire;

import org.jspecify.annotations.NullMarked;
