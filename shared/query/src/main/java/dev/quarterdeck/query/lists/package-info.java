/** Filters as SQL, and lists of resources from a projection that can be made again at any time. */
@NullMarked
package dev.quarterdeck.query.lists;

import org.jspecify.annotations.NullMarked;
