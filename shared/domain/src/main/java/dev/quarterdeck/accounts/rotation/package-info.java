/** Credentials changed for new ones: made, proven, switched to, and only then the old one retired. */
@NullMarked
package dev.quarterdeck.accounts.rotation;

import org.jspecify.annotations.NullMarked;
