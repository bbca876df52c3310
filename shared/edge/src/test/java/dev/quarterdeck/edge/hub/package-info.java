@NullMarked
package dev.quarterdeck.edge.hub;

import org.jspecify.annotations.NullMarked;
