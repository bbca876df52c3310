package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.inventory.scanning.Scan.Status;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.Outbox;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The scans there are, and what people do to them while they run. Of two that are about the same account the later one
 * waits: what one saw earlier must not be published after what the other saw later.
 */
public final class Scans {
    /** An event of this kind tells that it is to be seen to that a scan runs, or that others need not wait for it. */
    public static final String EVENTS = "scan.";

    private static final int ATTEMPTS = 50;

    private final Table table;
    private final Clock clock;

    public Scans(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Writes all or nothing, and whatever else belongs to the change. */
    @FunctionalInterface
    public interface Commit {
        Written write(List<Write> writes, Scan scan);
    }

    /** Begins a scan, unless there is one already that looks at just this and is not over. */
    public Begun begin(ScanId id, String trigger, ScanScope scope, Commit commit) {
        return Contention.resolve(ATTEMPTS, () -> attempt(id, trigger, scope, commit), Optional::isEmpty)
                .orElseThrow(Scans::busy);
    }

    private Optional<Begun> attempt(ScanId id, String trigger, ScanScope scope, Commit commit) {
        Optional<Row> gate = table.get(ScanRows.GATE);
        Optional<Scan> known = find(id);
        if (known.isPresent()) {
            return known.map(Begun.Already::new);
        }
        Optional<Scan> same = unfinished().stream()
                .filter(other -> other.scope().equals(scope) && other.status() != Status.PAUSED)
                .findFirst();
        if (same.isPresent()) {
            return same.map(Begun.Joined::new);
        }
        Scan scan = admitted(Scan.first(id, trigger, scope, Status.WAITING, clock.instant()));
        var writes = new ArrayList<Write>();
        writes.add(Write.put(ScanRows.first(scan)).when(Condition.ABSENT));
        writes.add(Write.put(ScanRows.mark(ScanRows.unfinished(id))));
        writes.add(through(gate, id));
        writes.add(told(scan, 1));
        return Optional.of(new Begun.Fresh(scan))
                .filter(_ -> commit.write(writes, scan).done())
                .map(Begun.class::cast);
    }

    private Scan admitted(Scan scan) {
        return isBlocked(scan) ? scan.with(Status.WAITING) : scan.running();
    }

    private boolean isBlocked(Scan scan) {
        return blocking(scan).isPresent();
    }

    /** For which scan this one waits. */
    public Optional<Scan> blocking(Scan scan) {
        return unfinished().stream()
                .filter(other -> other.standsInTheWayOf(scan))
                .findFirst();
    }

    /** Those that are not over, in the order in which they were begun. */
    public List<Scan> unfinished() {
        return ScanRows.unfinished(table).stream()
                .flatMap(id -> find(id).stream())
                .filter(scan -> !scan.isOver())
                .sorted(Comparator.comparing((Scan scan) -> scan.progress().startedAt())
                        .thenComparing(scan -> scan.id().value()))
                .toList();
    }

    public Optional<Scan> find(ScanId id) {
        return table.get(ScanRows.key(id)).map(ScanRows::scan);
    }

    /** Some scans, the newest first, and where to go on. */
    public record Some(List<Scan> scans, Optional<Cursor> next) {}

    public Some newest(int limit, Optional<Cursor> from) {
        Query query = Query.of(Index.FIRST, ScanRows.NEWEST).newestFirst().limit(limit);
        Page page = table.query(from.map(query::from).orElse(query));
        return new Some(page.rows().stream().map(ScanRows::scan).toList(), page.next());
    }

    /** Nothing more is begun until it is resumed. */
    public Scan pause(ScanId id, Commit commit) {
        return change(id, scan -> scan.isOver() ? refused(scan) : scan.with(Status.PAUSED), commit);
    }

    public Scan resume(ScanId id, Commit commit) {
        return change(id, scan -> scan.status() == Status.PAUSED ? admitted(scan) : refused(scan), commit);
    }

    /** Nothing more is begun, and what is being read counts for nothing. */
    public Scan cancel(ScanId id, Commit commit) {
        return change(id, scan -> scan.isOver() ? scan : ended(scan, Status.CANCELLED, Optional.empty()), commit);
    }

    /** Runs again, for the cells that were opened again. */
    public Scan reopen(ScanId id, Commit commit) {
        return change(id, scan -> scan.isOver() ? admitted(scan) : refused(scan), commit);
    }

    /** It is over, as far as this run of it may say so. */
    public Scan close(ScanId id, long run) {
        return change(id, scan -> isOf(scan, run) ? ended(scan, Status.DONE, Optional.empty()) : scan, this::plainly);
    }

    /** It cannot be brought to its end. */
    public Scan abandon(ScanId id, long run, String why) {
        return change(id, scan -> isOf(scan, run) ? ended(scan, Status.FAILED, Optional.of(why)) : scan, this::plainly);
    }

    /** Lets those run that wait for nobody any more. */
    public void admit() {
        for (Scan scan : unfinished()) {
            if (scan.status() == Status.WAITING && !isBlocked(scan)) {
                change(scan.id(), now -> now.status() == Status.WAITING ? admitted(now) : now, this::plainly);
            }
        }
    }

    private static boolean isOf(Scan scan, long run) {
        return scan.status() == Status.RUNNING && scan.progress().run() == run;
    }

    private Scan ended(Scan scan, Status how, Optional<String> why) {
        Instant now = clock.instant();
        return scan.ended(how, new Scan.Ending(now, why, ScanCounts.of(ScanRows.cells(table, scan.id()))));
    }

    private static Scan refused(Scan scan) {
        throw new FailureException(new Failure.Conflict(
                "scan %s is %s".formatted(scan.id(), scan.status().word())));
    }

    private Scan change(ScanId id, UnaryOperator<Scan> change, Commit commit) {
        Contention.insist(ATTEMPTS, "the scan changes too often", () -> {
            Optional<Row> gate = table.get(ScanRows.GATE);
            Row row = table.get(ScanRows.key(id))
                    .orElseThrow(() -> new FailureException(new Failure.NotFound("scan", id.value())));
            Scan before = ScanRows.scan(row);
            Scan after = change.apply(before);
            return after.equals(before) ? Written.Done.VALUE : commit.write(changed(row, before, after, gate), after);
        });
        return find(id).orElseThrow();
    }

    private static List<Write> changed(Row row, Scan before, Scan after, Optional<Row> gate) {
        Row next = row.next(ScanRows.json(after));
        var writes = new ArrayList<Write>();
        writes.add(Write.put(next).when(new Condition.VersionIs(row.version())));
        writes.add(told(after, next.version()));
        if (before.isOver() != after.isOver()) {
            var mark = ScanRows.unfinished(after.id());
            writes.add(after.isOver() ? Write.delete(mark) : Write.put(ScanRows.mark(mark)));
        }
        if (before.isOver() != after.isOver() || after.status() == Status.RUNNING) {
            writes.add(through(gate, after.id()));
        }
        return writes;
    }

    private static Write through(Optional<Row> gate, ScanId id) {
        return Write.over(
                gate, ScanRows.GATE, new Members().put("last", id.value()).json());
    }

    private static Write told(Scan scan, long version) {
        String aggregate = "scan:" + scan.id();
        Json.Obj data = new Members()
                .put("scan_id", scan.id().value())
                .put("status", scan.status().word())
                .json();
        return Outbox.entry(new DomainEvent(
                aggregate + ":" + version,
                aggregate,
                version,
                EVENTS + scan.status().word(),
                scan.ending().map(Scan.Ending::at).orElse(scan.progress().startedAt()),
                data));
    }

    private Written plainly(List<Write> writes, Scan scan) {
        return table.write(writes);
    }

    private static FailureException busy() {
        return new FailureException(new Failure.Unavailable("others begin scans too: try again"));
    }
}
