@NullMarked
package dev.quarterdeck.wire.protocol;

import org.jspecify.annotations.NullMarked;
