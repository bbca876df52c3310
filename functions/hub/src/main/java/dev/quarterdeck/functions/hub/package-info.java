/** The functions of the hub's own closure: what answers the HTTP API. */
@NullMarked
package dev.quarterdeck.functions.hub;

import org.jspecify.annotations.NullMarked;
