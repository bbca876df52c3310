/** A violation planted to prove that the rule of {@code testkit} can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.testkit;

import org.jspecify.annotations.NullMarked;
