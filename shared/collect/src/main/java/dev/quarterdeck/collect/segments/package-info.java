/** Facts as they are kept: immutable segments that any zstd tool reads, with a directory for those who read by name. */
@NullMarked
package dev.quarterdeck.collect.segments;

import org.jspecify.annotations.NullMarked;
