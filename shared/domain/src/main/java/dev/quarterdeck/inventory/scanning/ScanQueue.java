package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.scanning.CellState.Outcome;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Hands the cells of a scan to workers. Of all who work at once each takes from the account that has the fewest at it, so
 * a slow account delays nobody; a cell whose worker fell silent is given to another one.
 */
public final class ScanQueue {
    /** A cell that so many workers were lost over is not the workers' trouble. */
    private static final int MOST_LEASES = 5;

    private static final int ATTEMPTS = 50;
    private static final int LOOKED_AT = 200;

    private final Table table;
    private final RandomGenerator random;

    public ScanQueue(Table table, RandomGenerator random) {
        this.table = table;
        this.random = random;
    }

    /** Adds cells to a scan; those that it has stay as they are. */
    public void add(ScanId scan, Collection<Cell> cells) {
        Map<AccountId, List<Cell>> accounts = cells.stream().distinct().collect(Collectors.groupingBy(Cell::account));
        for (List<Cell> account : accounts.values()) {
            for (int rank = 0; rank < account.size(); rank++) {
                add(scan, CellState.first(account.get(rank), rank));
            }
        }
    }

    private void add(ScanId scan, CellState state) {
        Key key = ScanRows.key(scan, state.cell());
        Contention.resolve(
                ATTEMPTS,
                () -> table.write(
                        Write.put(Row.of(key, state.json())).when(Condition.ABSENT),
                        Write.put(ScanRows.mark(ScanRows.open(scan, state)))));
    }

    /** A cell to read, if there is one that nobody reads. */
    public Optional<Lease> take(ScanId scan, Watch watch) {
        return Contention.resolve(ATTEMPTS, () -> once(scan, watch), Try::lost).lease();
    }

    /** What came of one try to take a cell: a lease, nothing to lease, or somebody else was quicker. */
    private record Try(Optional<Lease> lease, boolean lost) {}

    private Try once(ScanId scan, Watch watch) {
        List<Row> leased = rows(scan, ScanRows.leased(table, scan));
        Optional<Row> silent = leased.stream()
                .filter(row -> isSilent(scan, CellState.of(row.data()), watch))
                .findFirst();
        watch.keepOnly(leased.stream()
                .map(row -> CellState.of(row.data()).lease(scan))
                .collect(Collectors.toCollection(HashSet::new)));
        Optional<Row> next = silent.or(() -> fairest(scan, leased));
        return next.map(row -> take(scan, row)).orElse(new Try(Optional.empty(), false));
    }

    private static boolean isSilent(ScanId scan, CellState state, Watch watch) {
        return state.outcome().equals(CellState.LEASED) && watch.isSilent(state.lease(scan), state.beats());
    }

    /** Any of those whose account has the fewest workers at it: all who look at once must not want the same one. */
    private Optional<Row> fairest(ScanId scan, List<Row> leased) {
        Map<AccountId, Long> busy = leased.stream()
                .map(row -> CellState.of(row.data()).cell().account())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Function<Cell, Long> workers = cell -> busy.getOrDefault(cell.account(), 0L);
        List<Cell> open = ScanRows.someOpen(table, scan, LOOKED_AT);
        Optional<Long> fewest = open.stream().map(workers).min(Long::compare);
        List<Cell> fair = open.stream()
                .filter(cell -> workers.apply(cell).equals(fewest.orElse(0L)))
                .toList();
        return fair.isEmpty() ? Optional.empty() : table.get(ScanRows.key(scan, fair.get(random.nextInt(fair.size()))));
    }

    private Try take(ScanId scan, Row row) {
        CellState state = CellState.of(row.data());
        if (state.isOver()) {
            return new Try(Optional.empty(), true);
        }
        CellState next = state.next(MOST_LEASES);
        Key mark = ScanRows.leased(scan, state.cell());
        var writes = new ArrayList<Write>(List.of(put(row, next)));
        writes.add(next.isOver() ? Write.delete(mark) : Write.put(ScanRows.mark(mark)));
        if (state.outcome().equals(CellState.OPEN)) {
            writes.add(Write.delete(ScanRows.open(scan, state)));
        }
        boolean mine = table.write(writes).done() && !next.isOver();
        return new Try(Optional.of(next.lease(scan)).filter(_ -> mine), !mine);
    }

    /** Tells that the holder is alive. False if the cell was given to another one: whatever it still does is lost. */
    public boolean beat(Lease lease) {
        Written written = Contention.resolve(
                ATTEMPTS,
                () -> table.write(Write.increment(ScanRows.key(lease.scan(), lease.cell()), "beats", 1)
                        .when(new Condition.AttributeIs("fence", Json.of(lease.fence())))
                        .when(new Condition.AttributeIs("outcome", Json.of("Leased")))));
        return written.done();
    }

    /** The cell was read. False if the lease is another's meanwhile: then this result counts for nothing. */
    public boolean finish(Lease lease, Json result) {
        return settle(lease, new Outcome.Read(result));
    }

    /** The cell cannot be read, now. False if the lease is another's meanwhile. */
    public boolean fail(Lease lease, String why) {
        return settle(lease, new Outcome.Failed(why));
    }

    private boolean settle(Lease lease, Outcome outcome) {
        Key key = ScanRows.key(lease.scan(), lease.cell());
        return Contention.resolve(
                        ATTEMPTS,
                        () -> table.get(key)
                                .filter(row -> CellState.of(row.data()).isHeldBy(lease))
                                .map(row -> table.write(
                                        put(row, CellState.of(row.data()).with(outcome)),
                                        Write.delete(ScanRows.leased(lease.scan(), lease.cell())))),
                        written -> written.isPresent() && !written.get().done())
                .filter(Written::done)
                .isPresent();
    }

    /** Opens again what was not read, or not all of it, and nothing else. Says how many there are to read now. */
    public long reopenGaps(ScanId scan) {
        List<CellState> cells = ScanRows.cells(table, scan);
        cells.stream().filter(state -> state.gap().isPresent()).forEach(state -> reopen(scan, state, state.reopened()));
        return cells.stream()
                .filter(state -> !(state.outcome() instanceof Outcome.Read)
                        || state.gap().isPresent())
                .count();
    }

    /**
     * Opens what is leased: for the one process that has the table to itself, who knows that nobody holds anything when it
     * begins. Leases count as before, so that a cell no process outlives is given up.
     */
    public void reclaim(ScanId scan) {
        rows(scan, ScanRows.leased(table, scan)).stream()
                .map(row -> CellState.of(row.data()))
                .filter(state -> state.outcome().equals(CellState.LEASED))
                .forEach(state -> reopen(scan, state, state.with(CellState.OPEN)));
    }

    private void reopen(ScanId scan, CellState closed, CellState open) {
        Key key = ScanRows.key(scan, closed.cell());
        Contention.resolve(
                ATTEMPTS,
                () -> table.get(key)
                        .filter(row -> CellState.of(row.data()).outcome().equals(closed.outcome()))
                        .map(row -> table.write(
                                put(row, open),
                                Write.put(ScanRows.mark(ScanRows.open(scan, open))),
                                Write.delete(ScanRows.leased(scan, open.cell())))),
                written -> written.isPresent() && !written.get().done());
    }

    /** Whether nothing is left to read, and nobody reads. */
    public boolean isDrained(ScanId scan) {
        return ScanRows.someOpen(table, scan, 1).isEmpty()
                && ScanRows.leased(table, scan).isEmpty();
    }

    public List<CellState> cells(ScanId scan) {
        return ScanRows.cells(table, scan);
    }

    private static Write.Put put(Row row, CellState next) {
        return Write.put(row.next(next.json())).when(new Condition.VersionIs(row.version()));
    }

    private List<Row> rows(ScanId scan, List<Cell> cells) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < cells.size(); i += Table.MOST) {
            List<Key> keys = cells.subList(i, Math.min(cells.size(), i + Table.MOST)).stream()
                    .map(cell -> ScanRows.key(scan, cell))
                    .toList();
            rows.addAll(table.get(keys).values());
        }
        return rows;
    }
}
