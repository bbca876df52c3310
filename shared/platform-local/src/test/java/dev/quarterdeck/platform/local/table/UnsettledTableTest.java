package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.table.TableContract;
import dev.quarterdeck.testkit.table.UnsettledTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The test mode may be unpleasant, but it is still a table. */
class UnsettledTableTest implements TableContract {
    private static final TestClock CLOCK = new TestClock(Instant.parse("2026-01-01T00:00:00.5Z"));
    private static final AtomicInteger SPACES = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static SqliteTable file;
    private static UnsettledTable table;

    private final String space = "space" + SPACES.incrementAndGet();

    @BeforeAll
    static void open() {
        file = SqliteTable.open(folder.resolve("hub.db"), CLOCK);
        table = new UnsettledTable(file, CLOCK, 4);
    }

    @AfterAll
    static void close() {
        file.close();
    }

    @Override
    public Table table() {
        return table;
    }

    @Override
    public TestClock clock() {
        return CLOCK;
    }

    @Override
    public String space() {
        return space;
    }
}
