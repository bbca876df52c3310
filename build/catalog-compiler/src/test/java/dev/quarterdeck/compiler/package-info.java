@NullMarked
package dev.quarterdeck.compiler;

import org.jspecify.annotations.NullMarked;
