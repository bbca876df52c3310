@NullMarked
package dev.quarterdeck.local.serve;

import org.jspecify.annotations.NullMarked;
