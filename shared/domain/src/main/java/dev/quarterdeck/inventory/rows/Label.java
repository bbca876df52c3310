package dev.quarterdeck.inventory.rows;

import java.util.Optional;

/** What people call an account, and where it stands in the organization, as far as this run knows. */
public record Label(Optional<String> name, Optional<String> ouPath) {
    public static final Label NONE = new Label(Optional.empty(), Optional.empty());
}
