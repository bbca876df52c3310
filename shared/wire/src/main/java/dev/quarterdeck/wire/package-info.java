/** One client for every AWS API, driven by compact service models: sign, send, page, decode to canonical JSON. */
@NullMarked
package dev.quarterdeck.wire;

import org.jspecify.annotations.NullMarked;
