@NullMarked
package dev.quarterdeck.local.facts;

import org.jspecify.annotations.NullMarked;
