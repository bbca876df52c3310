/** A violation planted to prove that the rule of {@code functions.broker} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.functions.broker;

import org.jspecify.annotations.NullMarked;
