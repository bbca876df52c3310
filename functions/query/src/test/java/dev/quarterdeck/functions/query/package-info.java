@NullMarked
package dev.quarterdeck.functions.query;

import org.jspecify.annotations.NullMarked;
