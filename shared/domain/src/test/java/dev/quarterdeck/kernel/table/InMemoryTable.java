package dev.quarterdeck.kernel.table;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table in a map, for tests of what stands on it; every write is a transaction of its own. */
public final class InMemoryTable implements Table {
    private final Clock clock;
    private final Map<Key, Row> rows = new HashMap<>();
    private boolean broken;

    public InMemoryTable(Clock clock) {
        this.clock = clock;
    }

    /** From now on nothing can be written. */
    public synchronized void breakDown() {
        broken = true;
    }

    public synchronized Map<Key, Row> rows() {
        return Map.copyOf(rows);
    }

    @Override
    public synchronized Optional<Row> get(Key key) {
        return Optional.ofNullable(rows.get(key)).filter(this::alive);
    }

    @Override
    public synchronized Map<Key, Row> get(Collection<Key> keys) {
        var found = new LinkedHashMap<Key, Row>();
        keys.forEach(key -> get(key).ifPresent(row -> found.put(key, row)));
        return found;
    }

    @Override
    public synchronized Written write(List<Write> writes) {
        if (broken) {
            throw new FailureException(new Failure.Unavailable("the table is broken"));
        }
        Set<Key> refused = new HashSet<>();
        writes.stream().filter(write -> !holds(write)).map(Write::key).forEach(refused::add);
        if (!refused.isEmpty()) {
            return new Written.Refused(refused);
        }
        writes.forEach(this::apply);
        return Written.Done.VALUE;
    }

    @Override
    public synchronized Page query(Query query) {
        Comparator<Row> order =
                Comparator.comparing(row -> place(query, row).orElseThrow().sort());
        var found = rows.values().stream()
                .filter(this::alive)
                .filter(row -> place(query, row).filter(at -> wanted(query, at)).isPresent())
                .sorted(query.backwards() ? order.reversed() : order)
                .toList();
        int start = query.from()
                .map(cursor -> keys(found).indexOf(cursor.row()) + 1)
                .orElse(0);
        var page = found.subList(start, Math.min(found.size(), start + query.limit()));
        return start + page.size() < found.size()
                ? new Page(page, Optional.of(cursor(query, page.getLast())))
                : new Page(page, Optional.empty());
    }

    private static Cursor cursor(Query query, Row row) {
        return new Cursor(row.key(), query.index().flatMap(_ -> place(query, row)));
    }

    private static List<Key> keys(List<Row> rows) {
        return rows.stream().map(Row::key).toList();
    }

    private static Optional<Key> place(Query query, Row row) {
        return query.index().isEmpty()
                ? Optional.of(row.key())
                : Optional.ofNullable(row.indexed().get(query.index().get()));
    }

    private static boolean wanted(Query query, Key at) {
        return at.partition().equals(query.partition())
                && switch (query.range()) {
                    case Query.Range.All _ -> true;
                    case Query.Range.StartsWith(var prefix) -> at.sort().startsWith(prefix);
                    case Query.Range.Between(var low, var high) ->
                        at.sort().compareTo(low) >= 0 && at.sort().compareTo(high) <= 0;
                };
    }

    private boolean alive(Row row) {
        return row.expires().filter(end -> !end.isAfter(clock.instant())).isEmpty();
    }

    private boolean holds(Write write) {
        var row = get(write.key());
        return write.conditions().stream().allMatch(condition -> switch (condition) {
            case Condition.Absent _ -> row.isEmpty();
            case Condition.Exists _ -> row.isPresent();
            case Condition.VersionIs(var version) ->
                row.filter(it -> it.version() == version).isPresent();
            case Condition.AttributeIs(var name, var value) ->
                row.flatMap(it -> it.data().get(name)).filter(value::equals).isPresent();
            case Condition.CounterAtMost(var name, var most) -> counter(row, name) + added(write, name) <= most;
        });
    }

    private static long counter(Optional<Row> row, String name) {
        return row.flatMap(it -> it.data().get(name)).orElse(Json.of(0)) instanceof Json.Num(BigDecimal number)
                ? number.longValueExact()
                : 0;
    }

    private static long added(Write write, String name) {
        return write instanceof Write.Increment increment && increment.counter().equals(name) ? increment.by() : 0;
    }

    private void apply(Write write) {
        switch (write) {
            case Write.Put put -> rows.put(put.key(), put.row());
            case Write.Delete delete -> rows.remove(delete.key());
            case Write.Check _ -> {}
            case Write.Increment add -> {
                var row = get(add.key());
                var data = row.map(Row::data).orElse(Json.Obj.EMPTY);
                var counted = data.with(add.counter(), Json.of(counter(row, add.counter()) + add.by()));
                rows.put(add.key(), row.map(it -> it.next(counted)).orElseGet(() -> Row.of(add.key(), counted)));
            }
        }
    }
}
