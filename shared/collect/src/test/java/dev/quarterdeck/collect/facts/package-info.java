@NullMarked
package dev.quarterdeck.collect.facts;

import org.jspecify.annotations.NullMarked;
