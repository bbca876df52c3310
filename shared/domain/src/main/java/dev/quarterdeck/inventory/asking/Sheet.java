package dev.quarterdeck.inventory.asking;

import java.util.Locale;

/** A kind of rows; people know the table of the same name in lower case. */
public enum Sheet {
    RESOURCES,
    EDGES,
    COVERAGE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
