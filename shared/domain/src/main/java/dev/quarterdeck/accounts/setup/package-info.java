/** What an account's owner makes for the hub, written down for the tools that owners use. */
@NullMarked
package dev.quarterdeck.accounts.setup;

import org.jspecify.annotations.NullMarked;
