/** A violation planted to prove that the rule of {@code functions.cloud} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.functions.cloud;

import org.jspecify.annotations.NullMarked;
