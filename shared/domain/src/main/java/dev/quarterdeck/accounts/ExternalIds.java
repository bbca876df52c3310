package dev.quarterdeck.accounts;

import java.util.Optional;

/** The external id in use, and while it is being changed, the one that follows. */
public record ExternalIds(ExternalId current, Optional<ExternalId> next) {
    public static ExternalIds of(ExternalId current) {
        return new ExternalIds(current, Optional.empty());
    }
}
