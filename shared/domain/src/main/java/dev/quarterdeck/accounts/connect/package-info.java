/** What people do with accounts: connect them, describe them anew, delete them. */
@NullMarked
package dev.quarterdeck.accounts.connect;

import org.jspecify.annotations.NullMarked;
