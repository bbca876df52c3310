package dev.quarterdeck.kernel.table;

import java.util.Set;

/** What came of a transaction. Unless it is {@link Done}, nothing was written. */
public sealed interface Written {
    record Done() implements Written {
        public static final Done VALUE = new Done();
    }

    /** Conditions did not hold on these keys. */
    record Refused(Set<Key> keys) implements Written {
        public Refused {
            keys = Set.copyOf(keys);
        }
    }

    /** Another transaction was at these rows at the same time, or the table is busy: read again and try again. */
    record Conflict() implements Written {
        public static final Conflict VALUE = new Conflict();
    }

    /** More than a row (400 KB) or a transaction (100 writes, 4 MB) can hold. */
    record TooLarge(String what, long is, long most) implements Written {}

    default boolean done() {
        return this instanceof Done;
    }
}
