/** AWS on a tape: what it answered once, given again to the same requests, under the client and with nothing of it left out. */
@NullMarked
package dev.quarterdeck.wire.tape;

import org.jspecify.annotations.NullMarked;
