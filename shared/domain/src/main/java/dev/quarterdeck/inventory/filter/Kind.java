package dev.quarterdeck.inventory.filter;

import java.util.List;

/** What kind of values a field has: it decides how values are read and which tests make sense. */
public sealed interface Kind {
    enum Plain implements Kind {
        TEXT,
        /** A type of resource: short names are understood too. */
        TYPE,
        /** The way from an organization to a unit. */
        UNITS,
        TIME,
        MONEY,
        FLAG,
        /** Yes or no; what is unknown has no value. */
        TRI,
        /** Whatever AWS answered: how it is read follows from what it is compared with. */
        ANY
    }

    /** One of these words. */
    record Word(List<String> words) implements Kind {
        public Word {
            words = List.copyOf(words);
        }
    }
}
