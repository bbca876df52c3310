/** AWS's five protocols: input to HTTP request, HTTP response to canonical JSON or error, all as streams. */
@NullMarked
package dev.quarterdeck.wire.protocol;

import org.jspecify.annotations.NullMarked;
