/** What scans of an account make of what is known of it. */
@NullMarked
package dev.quarterdeck.platform.local.inventory;

import org.jspecify.annotations.NullMarked;
