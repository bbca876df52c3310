package dev.quarterdeck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.table.InMemoryTable;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AccessLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);

    private final InMemoryTable rows = new InMemoryTable(CLOCK);

    private static Entry entry(int number) {
        return Entry.of(
                new Actor("local", "ana", "s1", List.of("pwd")),
                "account:read",
                Thing.of("account", "account-" + number),
                Outcome.done("binding:b1"),
                new Origin("r-" + number, "127.0.0.1", "qd"));
    }

    private List<String> written() {
        return rows.rows().values().stream()
                .filter(row -> row.key().partition().matches("access#\\d"))
                .flatMap(row -> Fields.of(row.data()).objects("reads").stream())
                .map(read -> read.object("object").text("id"))
                .toList();
    }

    @Test
    void whoFillsABatchWritesIt() {
        var log = new AccessLog(rows, CLOCK);
        IntStream.range(0, 99).forEach(i -> log.note(entry(i)));
        assertThat(written()).isEmpty();

        log.note(entry(99));

        assertThat(written()).hasSize(100);
    }

    @Test
    @Timeout(60)
    void readersThatAreFasterThanTheTableWaitAndAreNotRefused() throws Exception {
        var slow = new Slow(rows);
        var log = new AccessLog(slow, CLOCK);
        int readers = 16;
        int each = 3 * AccessLog.MOST / readers;
        try (var threads = Executors.newFixedThreadPool(readers)) {
            List<Future<Boolean>> all = IntStream.range(0, readers)
                    .<Callable<Boolean>>mapToObj(reader -> () -> {
                        IntStream.range(0, each).forEach(i -> log.note(entry(reader * each + i)));
                        return true;
                    })
                    .map(threads::submit)
                    .toList();
            slow.letThrough(1000);
            for (Future<Boolean> one : all) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
            }
        }
        log.flush();

        assertThat(written())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, readers * each)
                        .mapToObj(i -> "account-" + i)
                        .toList());
    }

    @Test
    void aReaderDoesNotWaitForAnothersBatch() throws Exception {
        var slow = new Slow(rows);
        var log = new AccessLog(slow, CLOCK);
        IntStream.range(0, 99).forEach(i -> log.note(entry(i)));
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> filling = threads.submit(() -> log.note(entry(99)));
            slow.awaitWriter();

            log.note(entry(100));

            assertThat(filling.isDone()).isFalse();
            slow.letThrough(1);
            filling.get(30, TimeUnit.SECONDS);
        }
        assertThat(written()).hasSize(100);
    }

    @Test
    void aLogThatIsFullAndCannotBeWrittenRefuses() {
        var refusing = new Refusing(rows);
        var log = new AccessLog(refusing, CLOCK);
        IntStream.range(0, AccessLog.MOST).forEach(i -> log.note(entry(i)));

        assertThatThrownBy(() -> log.note(entry(AccessLog.MOST))).hasMessageContaining("cannot be written");

        refusing.refuses = false;
        log.note(entry(AccessLog.MOST));
        assertThat(log.flush()).isTrue();
        assertThat(written())
                .containsExactlyInAnyOrderElementsOf(Stream.iterate(0, i -> i + 1)
                        .limit(AccessLog.MOST + 1)
                        .map(i -> "account-" + i)
                        .toList());
    }

    /** A table whose writes wait until they are let through. */
    private static final class Slow extends Behind {
        private final Semaphore through = new Semaphore(0);

        Slow(Table table) {
            super(table);
        }

        void letThrough(int writes) {
            through.release(writes);
        }

        void awaitWriter() {
            while (!through.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
        }

        @Override
        public Written write(List<Write> writes) {
            through.acquireUninterruptibly();
            return super.write(writes);
        }
    }

    /** A table at which others are always faster. */
    private static final class Refusing extends Behind {
        private volatile boolean refuses = true;

        Refusing(Table table) {
            super(table);
        }

        @Override
        public Written write(List<Write> writes) {
            return refuses ? Written.Conflict.VALUE : super.write(writes);
        }
    }

    private abstract static class Behind implements Table {
        private final Table table;

        Behind(Table table) {
            this.table = table;
        }

        @Override
        public Optional<Row> get(Key key) {
            return table.get(key);
        }

        @Override
        public Map<Key, Row> get(Collection<Key> keys) {
            return table.get(keys);
        }

        @Override
        public Written write(List<Write> writes) {
            return table.write(writes);
        }

        @Override
        public Page query(Query query) {
            return table.query(query);
        }
    }
}
