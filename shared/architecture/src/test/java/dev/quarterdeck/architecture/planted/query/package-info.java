/** A violation planted to prove that the rule of {@code query} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.query;

import org.jspecify.annotations.NullMarked;
