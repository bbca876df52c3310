@NullMarked
package dev.quarterdeck.testkit.faults;

import org.jspecify.annotations.NullMarked;
