@NullMarked
package dev.quarterdeck.local;

import org.jspecify.annotations.NullMarked;
