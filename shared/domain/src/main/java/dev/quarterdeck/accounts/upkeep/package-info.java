/** What the hub does by itself, again and again, so that what it knows of its accounts stays true. */
@NullMarked
package dev.quarterdeck.accounts.upkeep;

import org.jspecify.annotations.NullMarked;
