/** All that a hub keeps on one machine in one archive, and back from there. */
@NullMarked
package dev.quarterdeck.platform.local.backup;

import org.jspecify.annotations.NullMarked;
