@NullMarked
package dev.quarterdeck.local.demo;

import org.jspecify.annotations.NullMarked;
