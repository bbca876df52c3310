/** What segments of facts must hold on every store of objects. */
@NullMarked
package dev.quarterdeck.testkit.segments;

import org.jspecify.annotations.NullMarked;
