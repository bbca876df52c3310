/** What tests and demonstrations need around the product: emulated AWS accounts, servers that misbehave, estates. */
@NullMarked
package dev.quarterdeck.testkit;

import org.jspecify.annotations.NullMarked;
