/**
 * What happened, told to whoever wants to know: written in the transaction of the change, delivered at least once, in
 * no promised order.
 */
@NullMarked
package dev.quarterdeck.kernel.events;

import org.jspecify.annotations.NullMarked;
