package dev.quarterdeck.accounts;

import java.util.Arrays;
import java.util.Locale;

/** What an act role may change: one role a family, each with its own permissions. */
public enum ActFamily {
    NETWORK,
    STORAGE,
    IDENTITY,
    COMPUTE,
    DATABASE,
    LOGGING;

    public static ActFamily of(String word) {
        return Arrays.stream(values())
                .filter(family -> family.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be one of network, storage, identity, compute, database, logging: '%s'"
                                .formatted(Visible.text(word))));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
