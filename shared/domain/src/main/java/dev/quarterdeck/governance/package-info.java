/** What holds back whatever acts by itself. */
@NullMarked
package dev.quarterdeck.governance;

import org.jspecify.annotations.NullMarked;
