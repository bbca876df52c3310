/** The demo: a company that does not exist, on a tape, looked at by a hub as any other. */
@NullMarked
package dev.quarterdeck.local.demo;

import org.jspecify.annotations.NullMarked;
