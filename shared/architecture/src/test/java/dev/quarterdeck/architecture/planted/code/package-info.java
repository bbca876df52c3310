/** Code planted to prove that the rules about code can fail. */
@NullMarked
package dev.quarterdeck.architecture.planted.code;

import org.jspecify.annotations.NullMarked;
