package dev.quarterdeck.testkit.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import dev.quarterdeck.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What the cases share: the table under test, rows of the case's own, and patience with what a table may do. */
interface TableCases {
    Table table();

    /** The clock by which the table judges what has expired. */
    TestClock clock();

    /** A name that no other case uses. */
    String space();

    default Key key(String sort) {
        return new Key(space(), sort);
    }

    default Row row(String sort) {
        return Row.of(key(sort), data("name", Json.of(sort)));
    }

    static Json.Obj data(String name, Json value) {
        return Json.Obj.EMPTY.with(name, value);
    }

    /** What came of the writes; conflicts, which any table may answer, are tried again. */
    default Written write(List<? extends Write> writes) {
        for (int tries = 0; tries < 1000; tries++) {
            Written written = table().write(List.copyOf(writes));
            if (!(written instanceof Written.Conflict)) {
                return written;
            }
        }
        throw new AssertionError("nothing but conflicts");
    }

    default Written write(Write... writes) {
        return write(List.of(writes));
    }

    /** Puts rows without conditions. */
    default void put(Row... rows) {
        for (Row row : rows) {
            assertThat(write(Write.put(row))).isEqualTo(Written.Done.VALUE);
        }
    }

    /** All pages of a query. */
    default List<Row> all(Query query) {
        var rows = new ArrayList<Row>();
        Optional<Cursor> from = Optional.empty();
        do {
            Page page = table().query(from.map(query::from).orElse(query));
            assertThat(page.rows().size()).isLessThanOrEqualTo(query.limit());
            rows.addAll(page.rows());
            from = page.next();
        } while (from.isPresent());
        return rows;
    }

    default List<String> sorts(Query query) {
        return all(query).stream().map(row -> row.key().sort()).toList();
    }

    /** Asks until the answer is the expected one: an index may lag behind. */
    static <T> void eventually(T expected, Supplier<T> asked) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        T answer = asked.get();
        while (!expected.equals(answer) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            answer = asked.get();
        }
        assertThat(answer).isEqualTo(expected);
    }
}
