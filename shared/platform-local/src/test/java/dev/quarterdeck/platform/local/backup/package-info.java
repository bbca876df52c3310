/** Backups of a hub at work, and what they are worth on another machine. */
@NullMarked
package dev.quarterdeck.platform.local.backup;

import org.jspecify.annotations.NullMarked;
