/** Objects as files of a folder. */
@NullMarked
package dev.quarterdeck.platform.local.objects;

import org.jspecify.annotations.NullMarked;
