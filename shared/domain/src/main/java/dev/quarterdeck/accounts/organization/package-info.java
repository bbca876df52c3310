/** A whole organization connected at once: its accounts known, its roles spread, and each account followed until it is read. */
@NullMarked
package dev.quarterdeck.accounts.organization;

import org.jspecify.annotations.NullMarked;
