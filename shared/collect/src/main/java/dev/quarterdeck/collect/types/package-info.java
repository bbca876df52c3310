/** The catalog of resource types: how each is listed, enriched, named, linked and kept comparable. */
@NullMarked
package dev.quarterdeck.collect.types;

import org.jspecify.annotations.NullMarked;
