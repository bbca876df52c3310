/** The command line as a client of the hub's API: over HTTP, or in this process on a workspace. */
@NullMarked
package dev.quarterdeck.local.client;

import org.jspecify.annotations.NullMarked;
