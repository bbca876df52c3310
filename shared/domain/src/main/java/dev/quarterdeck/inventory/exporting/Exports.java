package dev.quarterdeck.inventory.exporting;

import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Entry;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The exports of a hub: each is its owner's, and of how many one may want at once there is a limit. */
public final class Exports {
    /** Under what the files lie. */
    public static final String OBJECTS = "exports/";

    /** So many of one person may be open at once, and so many may lie there. */
    public static final int MOST_OPEN = 3;

    public static final int MOST = 50;

    private static final int ATTEMPTS = 50;
    private static final String COUNTER = "open";

    private final Table table;
    private final AuditLog audit;

    public Exports(Table table, AuditLog audit) {
        this.table = table;
        this.audit = audit;
    }

    /** Has one written as soon as somebody can. */
    public Export ask(Export wanted, Attribution by) {
        UserId owner = wanted.owner().user();
        if (of(owner).size() >= MOST) {
            throw new FailureException(
                    new Failure.Conflict("you keep %d exports already: delete some of them first".formatted(MOST)));
        }
        List<Write> writes = List.of(
                Write.put(ExportRows.row(wanted, 1)).when(Condition.ABSENT),
                Write.increment(ExportRows.counter(owner), COUNTER, 1)
                        .when(new Condition.CounterAtMost(COUNTER, MOST_OPEN)));
        Written written = Contention.resolve(ATTEMPTS, () -> audit.commit(writes, on("export:ask", wanted, by)));
        return switch (written) {
            case Written.Done _ -> wanted;
            case Written.Refused _ ->
                throw new FailureException(new Failure.TooMany(
                        "%d exports of yours are under way: wait for one, or cancel it".formatted(MOST_OPEN),
                        Duration.ofSeconds(10)));
            case Written.Conflict _, Written.TooLarge _ ->
                throw new FailureException(new Failure.Unavailable("the export cannot be kept now: try again"));
        };
    }

    /** Of one person, the newest first. */
    public List<Export> of(UserId owner) {
        return table.rows(Query.of(ExportRows.partition(owner)))
                .map(ExportRows::export)
                .sorted(Comparator.comparing((Export export) -> export.frozen().now())
                        .thenComparing(export -> export.id().value())
                        .reversed())
                .toList();
    }

    public Optional<Export> find(UserId owner, ExportId id) {
        return row(owner, id).map(ExportRows::export);
    }

    /** Those that are not over, the oldest first, as the index knows them: it follows a little later. */
    List<Export> open() {
        return table.rows(Query.of(ExportRows.INDEX, ExportRows.OPEN))
                .map(ExportRows::export)
                .toList();
    }

    /** Those that are over. */
    Stream<Export> over() {
        return table.rows(Query.of(ExportRows.INDEX, ExportRows.OVER)).map(ExportRows::export);
    }

    /** Moves one on from the stage that it was seen in; empty where it is in another one, or gone. */
    Optional<Export> move(Export seen, Stage next) {
        UserId owner = seen.owner().user();
        Optional<Row> row =
                row(owner, seen.id()).filter(it -> ExportRows.export(it).stage().equals(seen.stage()));
        return row.filter(it -> Contention.resolve(ATTEMPTS, () -> table.write(writes(it, seen, next)))
                        .done())
                .map(_ -> seen.with(next));
    }

    private static List<Write> writes(Row row, Export seen, Stage next) {
        var writes = new ArrayList<Write>();
        writes.add(Write.put(ExportRows.row(seen.with(next), row.version() + 1))
                .when(new Condition.VersionIs(row.version())));
        if (next.isOver() && !seen.stage().isOver()) {
            writes.add(closed(seen));
        }
        return writes;
    }

    private static Write closed(Export export) {
        return Write.increment(ExportRows.counter(export.owner().user()), COUNTER, -1);
    }

    /** Takes one away; whoever writes it finds that out, and its file has to go too. Empty where it is gone already. */
    public Optional<Export> remove(UserId owner, ExportId id, String action, Attribution by) {
        return Contention.resolve(
                ATTEMPTS,
                () -> row(owner, id).flatMap(row -> removed(row, action, by)),
                gone -> gone.isEmpty() && row(owner, id).isPresent());
    }

    private Optional<Export> removed(Row row, String action, Attribution by) {
        Export export = ExportRows.export(row);
        var writes = new ArrayList<Write>();
        writes.add(Write.delete(row.key()).when(new Condition.VersionIs(row.version())));
        if (!export.stage().isOver()) {
            writes.add(closed(export));
        }
        return audit.commit(writes, on(action, export, by)).done() ? Optional.of(export) : Optional.empty();
    }

    private static Entry on(String action, Export export, Attribution by) {
        return by.did(action, Thing.of("export", export.id().value()));
    }

    private Optional<Row> row(UserId owner, ExportId id) {
        return table.get(ExportRows.key(owner, id));
    }
}
