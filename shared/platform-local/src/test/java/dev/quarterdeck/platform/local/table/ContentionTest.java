package dev.quarterdeck.platform.local.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import dev.quarterdeck.testkit.table.UnsettledTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentionTest {
    private static final int THREADS = 8;
    private static final int ADDITIONS = 25;
    private static final Key COUNTER = new Key("counter", "counter");

    private SqliteTable file;
    private Table table;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = SqliteTable.open(folder.resolve("hub.db"), Clock.systemUTC());
        table = new UnsettledTable(file, Clock.systemUTC(), 3);
        file.write(Write.put(Row.of(COUNTER, counted(0))));
    }

    @AfterEach
    void close() {
        file.close();
    }

    private static Json.Obj counted(long count) {
        return Json.Obj.EMPTY.with("count", Json.of(count));
    }

    /** Reads, adds one, writes unless somebody else wrote meanwhile. */
    private Written addOne() {
        Row row = table.get(COUNTER).orElseThrow();
        long count = Fields.of(row.data()).whole("count");
        return table.write(Write.put(row.next(counted(count + 1))).when(new Condition.VersionIs(row.version())));
    }

    @Test
    @Tag("F03")
    @DisplayName("F03: in a storm of refusals and conflicts on one row no addition is lost")
    void noUpdateIsLostInAStorm() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int thread = 0; thread < THREADS; thread++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < ADDITIONS; i++) {
                    Contention.insist(1_000, "the counter is busy", this::addOne);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(table.get(COUNTER).orElseThrow().data()).isEqualTo(counted(THREADS * ADDITIONS));
        assertThat(table.get(COUNTER).orElseThrow().version()).isEqualTo(1 + THREADS * ADDITIONS);
    }

    @Test
    @Tag("F03")
    @DisplayName("F03: a row that stays hot is given up after a bounded number of tries, and the caller is told")
    void whatStaysHotIsGivenUp() {
        var tries = new AtomicInteger();
        long begun = System.nanoTime();
        assertThatThrownBy(() -> Contention.insist(20, "the counter is busy: try again", () -> {
                    tries.incrementAndGet();
                    return Written.Conflict.VALUE;
                }))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("the counter is busy: try again");
        assertThat(tries).hasValue(20);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
}
