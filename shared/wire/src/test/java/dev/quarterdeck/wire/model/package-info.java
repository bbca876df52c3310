@NullMarked
package dev.quarterdeck.wire.model;

import org.jspecify.annotations.NullMarked;
