/** What everything that runs workflows promises. */
@NullMarked
package dev.quarterdeck.testkit.workflows;

import org.jspecify.annotations.NullMarked;
