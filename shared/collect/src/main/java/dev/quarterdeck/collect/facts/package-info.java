/** From one item of an answer to one fact: named, redacted, put in order, hashed, linked. */
@NullMarked
package dev.quarterdeck.collect.facts;

import org.jspecify.annotations.NullMarked;
