@NullMarked
package dev.quarterdeck.collect.plan;

import org.jspecify.annotations.NullMarked;
