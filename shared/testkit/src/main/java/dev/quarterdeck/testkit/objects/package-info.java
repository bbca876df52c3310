/** What every store of objects must do, whatever keeps them. */
@NullMarked
package dev.quarterdeck.testkit.objects;

import org.jspecify.annotations.NullMarked;
