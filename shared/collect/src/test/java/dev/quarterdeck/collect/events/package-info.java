@NullMarked
package dev.quarterdeck.collect.events;

import org.jspecify.annotations.NullMarked;
