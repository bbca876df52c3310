package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.inventory.scanning.CellState.Outcome;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Collection;

/** How far a scan has come: its cells by state, and what reading those cost that were read. */
public record ScanCounts(Cells cells, Reading reading) {
    public static final ScanCounts NONE = new ScanCounts(new Cells(0, 0, 0, 0), Reading.NONE);

    /** Waiting for a worker, being read, read, and not readable. */
    public record Cells(long open, long reading, long read, long failed) {
        Cells and(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Open _ -> new Cells(open + 1, reading, read, failed);
                case Outcome.Leased _ -> new Cells(open, reading + 1, read, failed);
                case Outcome.Read _ -> new Cells(open, reading, read + 1, failed);
                case Outcome.Failed _ -> new Cells(open, reading, read, failed + 1);
            };
        }
    }

    /** Resources found, requests sent, those told to slow down, those refused; and types of which not all was read. */
    public record Reading(long resources, long calls, long throttled, long denied, long gaps) {
        public static final Reading NONE = new Reading(0, 0, 0, 0, 0);

        static Reading of(Outcome outcome) {
            return outcome instanceof Outcome.Read(Json.Obj result) ? of(Fields.of(result)) : NONE;
        }

        static Reading of(Fields result) {
            return new Reading(
                    result.maybeWhole("resources").orElse(0L),
                    result.maybeWhole("calls").orElse(0L),
                    result.maybeWhole("throttled").orElse(0L),
                    result.maybeWhole("denied").orElse(0L),
                    result.maybeWhole("gaps").orElse(0L));
        }

        public Members into(Members members) {
            return members.put("resources", resources)
                    .put("calls", calls)
                    .put("throttled", throttled)
                    .put("denied", denied)
                    .put("gaps", gaps);
        }

        Reading and(Reading other) {
            return new Reading(
                    resources + other.resources,
                    calls + other.calls,
                    throttled + other.throttled,
                    denied + other.denied,
                    gaps + other.gaps);
        }
    }

    public static ScanCounts of(Collection<CellState> states) {
        ScanCounts counts = NONE;
        for (CellState state : states) {
            counts = new ScanCounts(counts.cells.and(state.outcome()), counts.reading.and(Reading.of(state.outcome())));
        }
        return counts;
    }

    public Json.Obj json() {
        var members = new Members()
                .put("open", cells.open)
                .put("reading", cells.reading)
                .put("read", cells.read)
                .put("failed", cells.failed);
        return reading.into(members).json();
    }

    static ScanCounts from(Fields fields) {
        var cells =
                new Cells(fields.whole("open"), fields.whole("reading"), fields.whole("read"), fields.whole("failed"));
        return new ScanCounts(cells, Reading.of(fields));
    }
}
