/** A simulated AWS under the wire client: latency, published token buckets, empty and barred regions, counted requests. */
@NullMarked
package dev.quarterdeck.bench.simulated;

import org.jspecify.annotations.NullMarked;
