/** A violation planted to prove that the rule of {@code accounts} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.accounts;

import org.jspecify.annotations.NullMarked;
