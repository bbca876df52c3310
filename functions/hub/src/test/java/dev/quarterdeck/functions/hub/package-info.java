@NullMarked
package dev.quarterdeck.functions.hub;

import org.jspecify.annotations.NullMarked;
