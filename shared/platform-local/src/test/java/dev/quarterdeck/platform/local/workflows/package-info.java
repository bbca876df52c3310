/** Events, shuffled, doubled, and with crashes between each two steps. */
@NullMarked
package dev.quarterdeck.platform.local.workflows;

import org.jspecify.annotations.NullMarked;
