/** What is known of accounts, over HTTP: resources, what changed, what was looked at, and looking for one thing. */
@NullMarked
package dev.quarterdeck.edge.inventory;

import org.jspecify.annotations.NullMarked;
