@NullMarked
package dev.quarterdeck.local.hub;

import org.jspecify.annotations.NullMarked;
