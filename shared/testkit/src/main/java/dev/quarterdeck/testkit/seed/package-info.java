/** Plants the estate of an invented company, Tidewater, in emulated accounts: the ground for tests, demos and benchmarks. */
@NullMarked
package dev.quarterdeck.testkit.seed;

import org.jspecify.annotations.NullMarked;
