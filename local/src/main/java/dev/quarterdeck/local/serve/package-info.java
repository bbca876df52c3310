/** The hub served on one machine: the same edge and use cases as in the cloud, hosted in this process. */
@NullMarked
package dev.quarterdeck.local.serve;

import org.jspecify.annotations.NullMarked;
