@NullMarked
package dev.quarterdeck.functions.broker;

import org.jspecify.annotations.NullMarked;
