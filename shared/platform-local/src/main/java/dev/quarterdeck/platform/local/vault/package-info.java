/** Secrets on one machine: a file of envelopes, and beside it the key that opens them. */
@NullMarked
package dev.quarterdeck.platform.local.vault;

import org.jspecify.annotations.NullMarked;
