/** AWS's service models: operations and the shapes of what goes in and comes out, from one compact index. */
@NullMarked
package dev.quarterdeck.wire.model;

import org.jspecify.annotations.NullMarked;
