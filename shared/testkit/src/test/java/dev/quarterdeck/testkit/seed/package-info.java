@NullMarked
package dev.quarterdeck.testkit.seed;

import org.jspecify.annotations.NullMarked;
