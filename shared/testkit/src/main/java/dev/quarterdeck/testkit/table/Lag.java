package dev.quarterdeck.testkit.table;

import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Utf8;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** What indexes do not know yet: of rows written lately they show, for some queries more, what was there before. */
final class Lag {
    /** What an index still shows of a row, and for how many more queries. */
    private record Late(Optional<Row> before, int queries) {}

    private static final Comparator<Cursor> ORDER = Comparator.comparing(
                    (Cursor cursor) -> cursor.place().orElseThrow().sort(), Utf8.ORDER)
            .thenComparing(Cursor::row);

    private final Map<Key, Late> late = new HashMap<>();
    private final Clock clock;
    private final Random random;

    Lag(Clock clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    void begin(Key key, Optional<Row> before) {
        late.putIfAbsent(key, new Late(before, 1 + random.nextInt(4)));
    }

    /** The page of an index as it is, made the page as it was. */
    Page apply(Query query, Page page) {
        Index index = query.index().orElseThrow();
        Comparator<Cursor> order = query.backwards() ? ORDER.reversed() : ORDER;
        Stream<Row> known = page.rows().stream().filter(row -> !late.containsKey(row.key()));
        Stream<Row> old = late.values().stream()
                .flatMap(some -> some.before().stream())
                .filter(row -> belongs(row, query, index))
                .filter(row ->
                        query.from().isEmpty() || order.compare(query.from().get(), cursor(row, index)) < 0)
                .filter(row -> page.next().isEmpty()
                        || order.compare(cursor(row, index), page.next().get()) <= 0);
        List<Row> rows = Stream.concat(known, old)
                .sorted(Comparator.comparing((Row row) -> cursor(row, index), order))
                .toList();
        age();
        if (rows.size() <= query.limit()) {
            return new Page(rows, page.next());
        }
        List<Row> fitting = rows.subList(0, query.limit());
        return new Page(fitting, Optional.of(cursor(fitting.getLast(), index)));
    }

    private boolean belongs(Row row, Query query, Index index) {
        return !row.gone(clock.instant())
                && row.indexed().containsKey(index)
                && cursor(row, index).place().orElseThrow().partition().equals(query.partition())
                && query.range().holds(cursor(row, index).place().orElseThrow().sort());
    }

    private static Cursor cursor(Row row, Index index) {
        return new Cursor(row.key(), Optional.ofNullable(row.indexed().get(index)));
    }

    private void age() {
        late.replaceAll((_, some) -> new Late(some.before(), some.queries() - 1));
        late.values().removeIf(some -> some.queries() <= 0);
    }
}
