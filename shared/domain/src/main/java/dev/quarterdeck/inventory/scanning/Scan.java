package dev.quarterdeck.inventory.scanning;

import java.time.Instant;
import java.util.Optional;

/** A run of collecting facts: what started it, how it stands. */
public record Scan(ScanId id, String trigger, Status status, Instant startedAt, Optional<Instant> endedAt) {
    /** Paused: what is being read is read to its end, and nothing more is begun. */
    public enum Status {
        RUNNING,
        PAUSED,
        CANCELLED,
        DONE
    }

    Scan with(Status other, Optional<Instant> end) {
        return new Scan(id, trigger, other, startedAt, end);
    }

    public boolean isOver() {
        return status == Status.CANCELLED || status == Status.DONE;
    }
}
