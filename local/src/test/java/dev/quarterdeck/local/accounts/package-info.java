@NullMarked
package dev.quarterdeck.local.accounts;

import org.jspecify.annotations.NullMarked;
