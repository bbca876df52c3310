package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The scans there are, and what people do to them while they run. */
public final class Scans {
    private static final int ATTEMPTS = 50;

    private final Table table;
    private final Clock clock;

    public Scans(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Begins a scan, or finds that it has begun: a workflow's first step may be done twice. */
    public Scan begin(ScanId id, String trigger) {
        var scan = new Scan(id, trigger, Scan.Status.RUNNING, clock.instant(), Optional.empty());
        Contention.resolve(
                ATTEMPTS,
                () -> table.write(
                        Write.put(Row.of(ScanRows.key(id), ScanRows.json(scan))).when(Condition.ABSENT)));
        return find(id).orElseThrow(() -> new FailureException(new Failure.Unavailable("the table is busy")));
    }

    public Optional<Scan> find(ScanId id) {
        return table.get(ScanRows.key(id)).map(row -> ScanRows.scan(id, row));
    }

    /** Nothing more is begun until it is resumed. */
    public Scan pause(ScanId id) {
        return change(id, scan -> scan.isOver() ? scan : scan.with(Scan.Status.PAUSED, Optional.empty()));
    }

    public Scan resume(ScanId id) {
        return change(id, scan -> scan.isOver() ? scan : scan.with(Scan.Status.RUNNING, Optional.empty()));
    }

    /** Nothing more is begun, and what is being read counts for nothing. */
    public Scan cancel(ScanId id) {
        return change(id, scan -> scan.isOver() ? scan : scan.with(Scan.Status.CANCELLED, ended()));
    }

    /** It is over; one that was cancelled stays so. */
    public Scan close(ScanId id) {
        return change(id, scan -> scan.isOver() ? scan : scan.with(Scan.Status.DONE, ended()));
    }

    /** Runs again, for the cells that were opened again. */
    public Scan reopen(ScanId id) {
        return change(id, scan -> scan.with(Scan.Status.RUNNING, Optional.empty()));
    }

    /** Whether just this was published of an account already; {@code what} is a hash of it. */
    public boolean isPublished(ScanId id, AccountId account, String what) {
        return table.get(ScanRows.published(id, account))
                .filter(row -> Fields.of(row.data()).text("what").equals(what))
                .isPresent();
    }

    public void published(ScanId id, AccountId account, String what) {
        Row row = Row.of(
                ScanRows.published(id, account), new Members().put("what", what).json());
        Contention.insist(ATTEMPTS, "the scan changes too often", () -> table.write(Write.put(row)));
    }

    private Optional<Instant> ended() {
        return Optional.of(clock.instant());
    }

    private Scan change(ScanId id, UnaryOperator<Scan> change) {
        Contention.insist(ATTEMPTS, "the scan changes too often", () -> {
            Row row = table.get(ScanRows.key(id))
                    .orElseThrow(() -> new FailureException(new Failure.NotFound("scan", id.value())));
            Scan changed = change.apply(ScanRows.scan(id, row));
            return table.write(
                    Write.put(row.next(ScanRows.json(changed))).when(new Condition.VersionIs(row.version())));
        });
        return find(id).orElseThrow();
    }
}
