/** A violation planted to prove that the rule of {@code credentials} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.credentials;

import org.jspecify.annotations.NullMarked;
