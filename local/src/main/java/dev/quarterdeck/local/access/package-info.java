/** Which accounts to look at, and with whose credentials. */
@NullMarked
package dev.quarterdeck.local.access;

import org.jspecify.annotations.NullMarked;
