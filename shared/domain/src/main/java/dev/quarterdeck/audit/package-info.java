/** What happened, who did it and who was refused: records in hash chains, written with the state they speak of. */
@NullMarked
package dev.quarterdeck.audit;

import org.jspecify.annotations.NullMarked;
