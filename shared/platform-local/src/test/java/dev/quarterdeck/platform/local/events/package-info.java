/** Events, shuffled, doubled, and with crashes between each two steps. */
@NullMarked
package dev.quarterdeck.platform.local.events;

import org.jspecify.annotations.NullMarked;
