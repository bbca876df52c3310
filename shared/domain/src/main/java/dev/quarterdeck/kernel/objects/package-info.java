/** Large things that are written once and read often: facts, exports, evidence. */
@NullMarked
package dev.quarterdeck.kernel.objects;

import org.jspecify.annotations.NullMarked;
