/** The laptop: the command line, and the same engine as the hub's, in one process. */
@NullMarked
package dev.quarterdeck.local;

import org.jspecify.annotations.NullMarked;
