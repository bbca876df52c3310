/** Runs workflows on one machine: an interpreter of the part of the Amazon States Language that they are written in. */
@NullMarked
package dev.quarterdeck.platform.local.workflows;

import org.jspecify.annotations.NullMarked;
