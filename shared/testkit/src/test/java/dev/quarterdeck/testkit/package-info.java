@NullMarked
package dev.quarterdeck.testkit;

import org.jspecify.annotations.NullMarked;
