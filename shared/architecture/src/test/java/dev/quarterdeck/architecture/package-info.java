/** Who may use whom: the table of the design, as tests. */
@NullMarked
package dev.quarterdeck.architecture;

import org.jspecify.annotations.NullMarked;
