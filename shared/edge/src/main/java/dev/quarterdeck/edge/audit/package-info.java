/** What happened in the hub, over HTTP: to read, and to take away with its proof. */
@NullMarked
package dev.quarterdeck.edge.audit;

import org.jspecify.annotations.NullMarked;
