/** Questions about resources in the words of people: text, tree, and what a tree says of one row. */
@NullMarked
package dev.quarterdeck.inventory.filter;

import org.jspecify.annotations.NullMarked;
