@NullMarked
package dev.quarterdeck.inventory.scheduling;

import org.jspecify.annotations.NullMarked;
