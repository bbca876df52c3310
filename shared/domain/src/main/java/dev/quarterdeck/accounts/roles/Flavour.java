package dev.quarterdeck.accounts.roles;

import java.util.Arrays;
import java.util.Locale;

/** How the rights of the read role are written down. */
public enum Flavour {
    /** The actions that the catalog's calls need, and no others; changes with the catalog. */
    EXACT,
    /** AWS's SecurityAudit and ViewOnlyAccess; survives upgrades of the catalog. */
    STABLE;

    public static Flavour of(String word) {
        return Arrays.stream(values())
                .filter(flavour -> flavour.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be exact or stable"));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
