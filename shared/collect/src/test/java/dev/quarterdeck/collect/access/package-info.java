@NullMarked
package dev.quarterdeck.collect.access;

import org.jspecify.annotations.NullMarked;
