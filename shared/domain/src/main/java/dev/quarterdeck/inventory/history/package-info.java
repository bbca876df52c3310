/** What is kept of accounts' facts, and from when on: segments and the generations made of them. */
@NullMarked
package dev.quarterdeck.inventory.history;

import org.jspecify.annotations.NullMarked;
