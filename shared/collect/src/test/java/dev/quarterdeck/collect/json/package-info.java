@NullMarked
package dev.quarterdeck.collect.json;

import org.jspecify.annotations.NullMarked;
