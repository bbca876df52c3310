@NullMarked
package dev.quarterdeck.collect.policy;

import org.jspecify.annotations.NullMarked;
