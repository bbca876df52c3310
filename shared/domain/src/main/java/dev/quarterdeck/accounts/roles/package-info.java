/** The roles an account's owner makes for the hub: whom they trust, what they may do, what bounds them. */
@NullMarked
package dev.quarterdeck.accounts.roles;

import org.jspecify.annotations.NullMarked;
