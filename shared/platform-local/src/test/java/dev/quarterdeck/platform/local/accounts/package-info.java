@NullMarked
package dev.quarterdeck.platform.local.accounts;

import org.jspecify.annotations.NullMarked;
