/** Questions to facts on this machine: where rows come from, and how answers look. */
@NullMarked
package dev.quarterdeck.local.asking;

import org.jspecify.annotations.NullMarked;
