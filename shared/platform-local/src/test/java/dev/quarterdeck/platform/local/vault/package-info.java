@NullMarked
package dev.quarterdeck.platform.local.vault;

import org.jspecify.annotations.NullMarked;
