/** A violation planted to prove that the rule of {@code audit} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.audit;

import org.jspecify.annotations.NullMarked;
