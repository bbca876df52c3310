/** Folders of facts: what {@code scan --out} writes, and what finding and comparing read. */
@NullMarked
package dev.quarterdeck.local.facts;

import org.jspecify.annotations.NullMarked;
