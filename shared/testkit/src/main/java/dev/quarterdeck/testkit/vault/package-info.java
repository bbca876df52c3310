/** What every vault promises. */
@NullMarked
package dev.quarterdeck.testkit.vault;

import org.jspecify.annotations.NullMarked;
