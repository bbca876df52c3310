/** A violation planted to prove that the rule of {@code functions.hub} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.functions.hub;

import org.jspecify.annotations.NullMarked;
