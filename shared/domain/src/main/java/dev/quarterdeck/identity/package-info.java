/** People and machines: who they are, how they sign in, their sessions, keys and rights. */
@NullMarked
package dev.quarterdeck.identity;

import org.jspecify.annotations.NullMarked;
