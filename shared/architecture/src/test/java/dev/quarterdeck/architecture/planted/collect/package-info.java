/** A violation planted to prove that the rule of {@code collect} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.collect;

import org.jspecify.annotations.NullMarked;
