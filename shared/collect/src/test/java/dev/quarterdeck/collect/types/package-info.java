@NullMarked
package dev.quarterdeck.collect.types;

import org.jspecify.annotations.NullMarked;
