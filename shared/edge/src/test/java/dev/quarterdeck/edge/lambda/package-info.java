@NullMarked
package dev.quarterdeck.edge.lambda;

import org.jspecify.annotations.NullMarked;
