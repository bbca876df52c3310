/** A violation planted to prove that the rule of {@code functions.query} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.functions.query;

import org.jspecify.annotations.NullMarked;
