/** What is hit when a resource goes: along the relations between resources, as far as they carry harm. */
@NullMarked
package dev.quarterdeck.inventory.impact;

import org.jspecify.annotations.NullMarked;
