@NullMarked
package dev.quarterdeck.collect.expression;

import org.jspecify.annotations.NullMarked;
