@NullMarked
package dev.quarterdeck.edge.inventory;

import org.jspecify.annotations.NullMarked;
