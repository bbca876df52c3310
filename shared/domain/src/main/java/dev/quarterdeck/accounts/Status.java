package dev.quarterdeck.accounts;

import java.util.Arrays;
import java.util.Locale;

/** How far an account has come with the hub. */
public enum Status {
    /** Known, but no proof has succeeded yet. */
    PENDING,
    ACTIVE,
    /** Somebody stopped the hub's access; until they let it go on, no session is made. */
    PAUSED,
    /** It is in the organization no more, or closed. */
    LEFT,
    /** Being deleted; until its time comes this can be undone. */
    DELETING;

    public static Status of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("status must be pending, active, paused, left or deleting: '%s'"
                                .formatted(Visible.text(word))));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
