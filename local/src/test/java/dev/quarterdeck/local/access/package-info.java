@NullMarked
package dev.quarterdeck.local.access;

import org.jspecify.annotations.NullMarked;
