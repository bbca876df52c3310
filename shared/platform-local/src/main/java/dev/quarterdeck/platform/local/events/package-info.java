/** Brings events to their handlers on one machine. */
@NullMarked
package dev.quarterdeck.platform.local.events;

import org.jspecify.annotations.NullMarked;
