package dev.quarterdeck.testkit.table;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a table should do, said as plainly as possible: a sorted map. Tables are compared with it. */
final class TableModel {
    private final TreeMap<Key, Row> rows = new TreeMap<>();
    private final Clock clock;

    TableModel(Clock clock) {
        this.clock = clock;
    }

    Optional<Row> get(Key key) {
        return Optional.ofNullable(rows.get(key)).filter(row -> !row.gone(clock.instant()));
    }

    Written write(List<Write> writes) {
        Set<Key> refused = new HashSet<>();
        for (Write write : writes) {
            for (Condition condition : write.conditions()) {
                if (!holds(condition, write)) {
                    refused.add(write.key());
                }
            }
        }
        if (!refused.isEmpty()) {
            return new Written.Refused(refused);
        }
        writes.forEach(this::make);
        return Written.Done.VALUE;
    }

    List<Row> query(Query query) {
        Comparator<Row> order = query.index().isEmpty()
                ? Comparator.comparing(Row::key)
                : Comparator.comparing((Row row) -> place(row, query)).thenComparing(Row::key);
        return rows.values().stream()
                .filter(row -> !row.gone(clock.instant()))
                .filter(row -> query.index().isEmpty()
                        || row.indexed().containsKey(query.index().get()))
                .filter(row -> place(row, query).partition().equals(query.partition()))
                .filter(row -> query.range().holds(place(row, query).sort()))
                .sorted(query.backwards() ? order.reversed() : order)
                .toList();
    }

    private static Key place(Row row, Query query) {
        return query.index()
                .map(index -> row.indexed().getOrDefault(index, row.key()))
                .orElse(row.key());
    }

    private boolean holds(Condition condition, Write write) {
        Optional<Row> row = get(write.key());
        return switch (condition) {
            case Condition.Absent _ -> row.isEmpty();
            case Condition.Exists _ -> row.isPresent();
            case Condition.VersionIs wanted -> row.isPresent() && row.get().version() == wanted.version();
            case Condition.AttributeIs wanted ->
                row.isPresent() && row.get().data().get(wanted.name()).equals(Optional.of(wanted.value()));
            case Condition.CounterAtMost bound -> {
                long added = write instanceof Write.Increment increment
                                && increment.counter().equals(bound.name())
                        ? increment.by()
                        : 0;
                yield number(row, bound.name()) + added <= bound.most();
            }
        };
    }

    private void make(Write write) {
        Optional<Row> row = get(write.key());
        switch (write) {
            case Write.Put put -> rows.put(put.key(), put.row());
            case Write.Delete delete -> rows.remove(delete.key());
            case Write.Check _ -> {}
            case Write.Increment some -> {
                Json.Obj data = row.map(Row::data)
                        .orElse(Json.Obj.EMPTY)
                        .with(some.counter(), Json.of(number(row, some.counter()) + some.by()));
                rows.put(some.key(), row.map(was -> was.next(data)).orElseGet(() -> Row.of(some.key(), data)));
            }
        }
    }

    /** The random rows' counters are small whole numbers. */
    private static long number(Optional<Row> row, String name) {
        return row.flatMap(some -> some.data().get(name))
                .map(value -> ((Json.Num) value).value().longValueExact())
                .orElse(0L);
    }
}
