/** A violation planted to prove that the rule of {@code platform.aws} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.platform.aws;

import org.jspecify.annotations.NullMarked;
