package dev.quarterdeck.inventory.impact;

import java.util.Locale;

/** How hard a resource is hit, the hardest first. Only what breaks hits others in turn. */
public enum Harm {
    BREAKS,
    /** It goes on, without something that it had. */
    LOSES,
    NONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
