/** A violation planted to prove that the rule of {@code identity} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.identity;

import org.jspecify.annotations.NullMarked;
