@NullMarked
package dev.quarterdeck.collect.edges;

import org.jspecify.annotations.NullMarked;
