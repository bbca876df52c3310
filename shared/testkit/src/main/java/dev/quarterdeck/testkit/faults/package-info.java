/** Servers that fail their callers in the ways that networks and AWS do. */
@NullMarked
package dev.quarterdeck.testkit.faults;

import org.jspecify.annotations.NullMarked;
