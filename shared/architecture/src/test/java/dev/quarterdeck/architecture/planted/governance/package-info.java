/** A violation planted to prove that the rule of {@code governance} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.governance;

import org.jspecify.annotations.NullMarked;
