/** A violation planted to prove that the rule of {@code inventory} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.inventory;

import org.jspecify.annotations.NullMarked;
