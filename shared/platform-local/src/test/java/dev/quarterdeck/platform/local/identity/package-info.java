/** How one machine keeps what people sign in with. */
@NullMarked
package dev.quarterdeck.platform.local.identity;

import org.jspecify.annotations.NullMarked;
