/** Benchmarks: ours and a peer in one run, CPU before wall, ratios rather than seconds. */
@NullMarked
package dev.quarterdeck.bench;

import org.jspecify.annotations.NullMarked;
