/** How what was read becomes what is known: looks at an account, held against what was known, and published. */
@NullMarked
package dev.quarterdeck.collect.history;

import org.jspecify.annotations.NullMarked;
