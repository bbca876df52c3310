package dev.quarterdeck.accounts;

import java.time.Instant;
import java.util.Optional;

/** Which state of an account this is: its version, from 1 on, and when it was made and changed, and whether it is to go. */
public record Revision(long version, Instant createdAt, Instant changedAt, Optional<Deletion> deletion) {
    public Revision {
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more: " + version);
        }
    }

    public static Revision first(Instant now) {
        return new Revision(1, now, now, Optional.empty());
    }

    public Revision next(Instant now) {
        return new Revision(version + 1, createdAt, now, deletion);
    }

    public Revision with(Optional<Deletion> other) {
        return new Revision(version, createdAt, changedAt, other);
    }

    /** When it will be deleted, and what it was before that was decided. */
    public record Deletion(Instant at, Status before) {}
}
