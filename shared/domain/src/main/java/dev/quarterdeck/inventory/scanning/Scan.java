package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A run of collecting facts: what for, how it stands, and which execution of its workflow it is by now. */
public record Scan(
        ScanId id, String trigger, ScanScope scope, Status status, Progress progress, Optional<Ending> ending) {
    /** What the trigger of a scan by a schedule begins with; its id follows. */
    public static final String SCHEDULE = "schedule:";

    /** What the trigger of a scan is that AWS's word of a change began. */
    public static final String EVENT = "event";

    /**
     * Waiting: an earlier scan that is not over is about some of its accounts. Paused: what is being read is read to its
     * end, and nothing more is begun. Failed: it could not be brought to its end; what was read is kept.
     */
    public enum Status {
        WAITING,
        RUNNING,
        PAUSED,
        CANCELLED,
        FAILED,
        DONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code run} counts how often it was set going: only the newest execution may end it. */
    public record Progress(long run, Instant startedAt) {}

    /** When it was over, why if it could not be finished, and what it came to. */
    public record Ending(Instant at, Optional<String> why, ScanCounts counts) {}

    static Scan first(ScanId id, String trigger, ScanScope scope, Status status, Instant now) {
        var progress = new Progress(status == Status.RUNNING ? 1 : 0, now);
        return new Scan(id, trigger, scope, status, progress, Optional.empty());
    }

    Scan running() {
        return new Scan(
                id,
                trigger,
                scope,
                Status.RUNNING,
                new Progress(progress.run + 1, progress.startedAt),
                Optional.empty());
    }

    Scan with(Status other) {
        return new Scan(id, trigger, scope, other, progress, Optional.empty());
    }

    Scan ended(Status how, Ending end) {
        return new Scan(id, trigger, scope, how, progress, Optional.of(end));
    }

    public boolean isOfEvent() {
        return trigger.equals(EVENT);
    }

    public boolean isOver() {
        return switch (status) {
            case WAITING, RUNNING, PAUSED -> false;
            case CANCELLED, FAILED, DONE -> true;
        };
    }

    /** Scans that come again and again ask only for what may be other than it was. */
    public boolean isRepeated() {
        return trigger.startsWith(SCHEDULE);
    }

    /** Whoever is at an account keeps it until it is done; of those that wait the first is the next. */
    boolean standsInTheWayOf(Scan other) {
        return !id.equals(other.id)
                && scope.overlaps(other.scope)
                && switch (status) {
                    case RUNNING, PAUSED -> true;
                    case WAITING -> isBefore(other);
                    case CANCELLED, FAILED, DONE -> false;
                };
    }

    private boolean isBefore(Scan other) {
        int order = progress.startedAt.compareTo(other.progress.startedAt);
        return order == 0 ? id.value().compareTo(other.id.value()) < 0 : order < 0;
    }

    /** The name of the execution of its workflow that is to bring it to its end. */
    public String execution() {
        return "%s-%d".formatted(id, progress.run);
    }

    /** For whoever asks about it. */
    public Members shown() {
        var members = new Members()
                .put("scan_id", id.value())
                .put("trigger", trigger)
                .put("status", status.word())
                .put("scope", scope.json())
                .put("started_at", progress.startedAt);
        ending.ifPresent(
                end -> members.put("ended_at", end.at).maybe("why", end.why).put("counts", end.counts.json()));
        return members;
    }

    /** What its record in the audit log vouches for. */
    Json.Obj content() {
        return shown().json();
    }
}
