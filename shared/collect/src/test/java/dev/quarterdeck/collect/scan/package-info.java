@NullMarked
package dev.quarterdeck.collect.scan;

import org.jspecify.annotations.NullMarked;
