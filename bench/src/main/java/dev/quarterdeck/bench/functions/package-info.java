/** What the deployed functions cost to start. */
@NullMarked
package dev.quarterdeck.bench.functions;

import org.jspecify.annotations.NullMarked;
