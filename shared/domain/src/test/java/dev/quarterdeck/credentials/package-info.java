@NullMarked
package dev.quarterdeck.credentials;

import org.jspecify.annotations.NullMarked;
