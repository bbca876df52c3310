/** Objects as files, held to what every store of objects must do. */
@NullMarked
package dev.quarterdeck.platform.local.objects;

import org.jspecify.annotations.NullMarked;
