/** What the functions of a hub in AWS share: what they read from their environment, what they stand on, and their edge. */
@NullMarked
package dev.quarterdeck.functions.cloud;

import org.jspecify.annotations.NullMarked;
