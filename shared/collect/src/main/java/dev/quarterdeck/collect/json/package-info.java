/** JSON between the wire and the domain. */
@NullMarked
package dev.quarterdeck.collect.json;

import org.jspecify.annotations.NullMarked;
