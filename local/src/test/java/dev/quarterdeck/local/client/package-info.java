@NullMarked
package dev.quarterdeck.local.client;

import org.jspecify.annotations.NullMarked;
