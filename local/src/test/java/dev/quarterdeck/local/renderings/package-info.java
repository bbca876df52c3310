@NullMarked
package dev.quarterdeck.local.renderings;

import org.jspecify.annotations.NullMarked;
