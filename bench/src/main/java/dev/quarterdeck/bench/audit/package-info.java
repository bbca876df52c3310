/** How long a million audit records take to verify, and a decision to be made. */
@NullMarked
package dev.quarterdeck.bench.audit;

import org.jspecify.annotations.NullMarked;
