/** Workflows, run through and killed on their way, here and on the emulator. */
@NullMarked
package dev.quarterdeck.platform.local.workflows;

import org.jspecify.annotations.NullMarked;
