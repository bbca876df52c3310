/** Workflows: what orders, repeats and waits, so that what is begun is brought to its end across failures and restarts. */
@NullMarked
package dev.quarterdeck.workflows;

import org.jspecify.annotations.NullMarked;
