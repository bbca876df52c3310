package dev.quarterdeck.inventory;

import java.util.Locale;

/** An answer that may be missing. Unknown is neither yes nor no. */
public enum Tri {
    YES,
    NO,
    UNKNOWN;

    public static Tri of(boolean value) {
        return value ? YES : NO;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
