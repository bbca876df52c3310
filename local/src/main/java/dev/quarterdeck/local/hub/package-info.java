/** The hub on one machine: a workspace folder, and all use cases wired onto it. */
@NullMarked
package dev.quarterdeck.local.hub;

import org.jspecify.annotations.NullMarked;
