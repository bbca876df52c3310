package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A scan as rows: the scan, its cells, and marks for the cells that are open and for those that are leased, so that who
 * looks for work reads no others. Scans that are not over have a mark too.
 */
final class ScanRows {
    static final String NEWEST = "scans";
    /** Changes whenever a scan begins or ends: who decides by what others do decides anew if one did meanwhile. */
    static final Key GATE = new Key("SCANS", "GATE");

    private static final String UNFINISHED = "SCANS-UNFINISHED";
    private static final String CELL = "CELL#";

    private ScanRows() {}

    static Key key(ScanId id) {
        return new Key("SCAN#" + id, "SCAN");
    }

    static Key key(ScanId id, Cell cell) {
        return new Key("SCAN#" + id, CELL + cell);
    }

    static Key published(ScanId id, AccountId account) {
        return new Key("SCAN#" + id, "PUBLISHED#" + account);
    }

    static Key unfinished(ScanId id) {
        return new Key(UNFINISHED, id.value());
    }

    /** Cells of low rank come first, so that every account gets its turn before any gets its second. */
    static Key open(ScanId id, CellState state) {
        return new Key("SCAN-OPEN#" + id, "%09d#%s".formatted(state.rank(), state.cell()));
    }

    static Key leased(ScanId id, Cell cell) {
        return new Key("SCAN-LEASED#" + id, cell.toString());
    }

    static Row mark(Key key) {
        return Row.of(key, Json.Obj.EMPTY);
    }

    static Row first(Scan scan) {
        var place =
                new Key(NEWEST, "%013d#%s".formatted(scan.progress().startedAt().toEpochMilli(), scan.id()));
        return Row.of(key(scan.id()), json(scan)).in(Index.FIRST, place);
    }

    static Json.Obj json(Scan scan) {
        var members = scan.shown().put("run", scan.progress().run());
        return members.json();
    }

    static Scan scan(Row row) {
        Fields fields = Fields.of(row.data());
        return new Scan(
                fields.text("scan_id", ScanId::new),
                fields.text("trigger"),
                ScanScope.from(fields.object("scope")),
                fields.text("status", word -> Scan.Status.valueOf(word.toUpperCase(Locale.ROOT))),
                new Scan.Progress(fields.whole("run"), fields.instant("started_at")),
                fields.maybeInstant("ended_at")
                        .map(at -> new Scan.Ending(
                                at, fields.maybeText("why"), ScanCounts.from(fields.object("counts")))));
    }

    static List<ScanId> unfinished(Table table) {
        return table.rows(Query.of(UNFINISHED))
                .map(row -> new ScanId(row.key().sort()))
                .toList();
    }

    /** The first of a scan's open cells. */
    static List<Cell> someOpen(Table table, ScanId id, int most) {
        var found = new ArrayList<Cell>();
        Optional<Query> next = Optional.of(Query.of("SCAN-OPEN#" + id));
        while (next.isPresent() && found.size() < most) {
            Query query = next.get();
            Page page = table.query(query);
            page.rows()
                    .forEach(row -> found.add(Cell.parse(
                            row.key().sort().substring(row.key().sort().indexOf('#') + 1))));
            next = page.next().map(query::from);
        }
        return found;
    }

    static List<Cell> leased(Table table, ScanId id) {
        return table.rows(Query.of("SCAN-LEASED#" + id))
                .map(row -> Cell.parse(row.key().sort()))
                .toList();
    }

    static List<CellState> cells(Table table, ScanId id) {
        return table.rows(Query.of("SCAN#" + id).within(new Query.Range.StartsWith(CELL)))
                .map(row -> CellState.of(row.data()))
                .toList();
    }
}
