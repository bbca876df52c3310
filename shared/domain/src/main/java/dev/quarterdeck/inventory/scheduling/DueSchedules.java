package dev.quarterdeck.inventory.scheduling;

import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.inventory.scanning.Begun;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.inventory.scheduling.Schedules.Kept;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Begins the scans that are due. Whatever a hub missed while it was not there it does once, and not once for each; what was
 * to be done once, at a time more than an hour ago, is told as missed. A scan is named after its schedule and the time at
 * which it was due, and begins in the transaction that moves its schedule on: of two hubs at one table one begins it.
 */
public final class DueSchedules {
    private static final Duration LATEST = Duration.ofHours(1);
    private static final DateTimeFormatter SLOT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    private final Schedules schedules;
    private final Scans scans;
    private final Table table;
    private final AuditLog audit;
    private final Clock clock;

    public DueSchedules(Schedules schedules, Scans scans, Table table, Clock clock) {
        this.schedules = schedules;
        this.scans = scans;
        this.table = table;
        this.audit = new AuditLog(table, clock);
        this.clock = clock;
    }

    /** The scans that are the answer to what was due. */
    public List<ScanId> begin(Attribution by) {
        Instant now = clock.instant();
        var begun = new ArrayList<ScanId>();
        schedules.all().filter(kept -> kept.schedule().isDue(now)).toList().forEach(kept -> {
            Instant slot = kept.schedule().slot(now);
            if (kept.schedule().isOnce() && slot.plus(LATEST).isBefore(now)) {
                table.write(Schedules.put(kept, kept.schedule().after(new Schedule.Last(slot, Optional.empty()))));
            } else {
                begin(kept, slot, by).ifPresent(begun::add);
            }
        });
        return begun;
    }

    /** Nothing if another one was faster, or the schedule was changed meanwhile. */
    private Optional<ScanId> begin(Kept kept, Instant slot, Attribution by) {
        Schedule schedule = kept.schedule();
        var id = new ScanId("%s-%s".formatted(schedule.id(), SLOT.format(slot)));
        Begun begun = scans.begin(id, Scan.SCHEDULE + schedule.id(), schedule.scope(), (writes, scan) -> {
            var all = new ArrayList<Write>(writes);
            all.add(seenTo(kept, slot, scan.id()));
            return audit.commit(
                    all, by.did("scan:start", Thing.of("scan", scan.id().value())));
        });
        return switch (begun) {
            case Begun.Fresh(var scan) -> Optional.of(scan.id());
            case Begun.Joined(var scan) -> Optional.of(scan.id()).filter(_ -> moved(kept, slot, scan.id()));
            case Begun.Already(var scan) -> {
                var _ = moved(kept, slot, scan.id());
                yield Optional.empty();
            }
        };
    }

    private boolean moved(Kept kept, Instant slot, ScanId scan) {
        return table.write(seenTo(kept, slot, scan)).done();
    }

    private static Write seenTo(Kept kept, Instant slot, ScanId scan) {
        return Schedules.put(kept, kept.schedule().after(new Schedule.Last(slot, Optional.of(scan.value()))));
    }
}
