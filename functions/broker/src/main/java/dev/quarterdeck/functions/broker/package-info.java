/** The function that enters accounts: the only code that may, so it does nothing else. */
@NullMarked
package dev.quarterdeck.functions.broker;

import org.jspecify.annotations.NullMarked;
