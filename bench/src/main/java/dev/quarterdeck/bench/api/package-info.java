/** What the served hub's API costs beside a server that does nothing but answer. */
@NullMarked
package dev.quarterdeck.bench.api;

import org.jspecify.annotations.NullMarked;
