/** What a scan would ask, and what that costs, before anything is asked. */
@NullMarked
package dev.quarterdeck.collect.plan;

import org.jspecify.annotations.NullMarked;
