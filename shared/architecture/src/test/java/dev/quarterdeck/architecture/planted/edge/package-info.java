/** A violation planted to prove that the rule of {@code edge} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.edge;

import org.jspecify.annotations.NullMarked;
