/** The queue of a scan under workers that crash, freeze and race. */
@NullMarked
package dev.quarterdeck.platform.local.scanning;

import org.jspecify.annotations.NullMarked;
