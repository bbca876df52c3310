package dev.quarterdeck.inventory.asking;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A kind of rows; people know the table of the same name in lower case. */
public enum Sheet {
    RESOURCES,
    EDGES,
    COVERAGE,
    ACCOUNTS,
    CHANGES;

    /** What one look at AWS tells, without a hub's book of accounts and without history. */
    public static final Set<Sheet> OF_ONE_LOOK = Collections.unmodifiableSet(EnumSet.of(RESOURCES, EDGES, COVERAGE));

    public static final Set<Sheet> ALL = Collections.unmodifiableSet(EnumSet.allOf(Sheet.class));

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
