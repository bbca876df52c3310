package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.inventory.filter.Field;

/** By what a list is sorted; what has no value comes last either way. */
public record Order(Field field, boolean descending) {}
