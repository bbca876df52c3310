/** A violation planted to prove that the rule of {@code platform.local} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.platform.local;

import org.jspecify.annotations.NullMarked;
