/** What every feature builds on: JSON with canonical bytes, AWS's names, hashes. */
@NullMarked
package dev.quarterdeck.kernel;

import org.jspecify.annotations.NullMarked;
