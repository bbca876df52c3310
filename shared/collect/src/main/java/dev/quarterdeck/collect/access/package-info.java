/**
 * The way into accounts, on the wire client. It stands in collect, and not with the laptop, since the broker and the
 * laptop both enter this way, and since a proof asks the catalog what must be readable.
 */
@NullMarked
package dev.quarterdeck.collect.access;

import org.jspecify.annotations.NullMarked;
