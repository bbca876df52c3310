package dev.quarterdeck.identity.access;

import java.time.Instant;
import java.util.Optional;

/** When something holds: from the first instant (included) to the second (excluded), in whole seconds. */
public record Period(Optional<Instant> from, Optional<Instant> until) {
    public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    public Period {
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("a period must end after it begins: %s, %s".formatted(from, until));
        }
    }

    boolean begun(long second) {
        return from.isEmpty() || from.get().getEpochSecond() <= second;
    }

    boolean ended(long second) {
        return until.isPresent() && until.get().getEpochSecond() <= second;
    }
}
