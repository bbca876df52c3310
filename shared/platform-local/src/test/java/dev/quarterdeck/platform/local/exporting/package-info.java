/** Exports on the machine's own table and folder. */
@NullMarked
package dev.quarterdeck.platform.local.exporting;

import org.jspecify.annotations.NullMarked;
