/** Whole scans of a whole estate on an emulator: do they tell the truth, also when everything around them fails? */
@NullMarked
package dev.quarterdeck.local.proof;

import org.jspecify.annotations.NullMarked;
