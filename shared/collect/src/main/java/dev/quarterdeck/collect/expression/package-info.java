/** The language in which resource types say where a fact stands: a subset of JMESPath with a few named functions. */
@NullMarked
package dev.quarterdeck.collect.expression;

import org.jspecify.annotations.NullMarked;
