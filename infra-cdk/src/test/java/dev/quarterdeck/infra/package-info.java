@NullMarked
package dev.quarterdeck.infra;

import org.jspecify.annotations.NullMarked;
