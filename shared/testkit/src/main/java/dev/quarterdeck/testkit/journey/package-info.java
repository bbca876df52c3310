/** The accounts journey, and the clouds and owners that it meets: the same steps by whatever way a hub is reached. */
@NullMarked
package dev.quarterdeck.testkit.journey;

import org.jspecify.annotations.NullMarked;
