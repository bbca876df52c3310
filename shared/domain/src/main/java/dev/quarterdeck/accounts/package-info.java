/** AWS accounts as the hub knows them. */
@NullMarked
package dev.quarterdeck.accounts;

import org.jspecify.annotations.NullMarked;
