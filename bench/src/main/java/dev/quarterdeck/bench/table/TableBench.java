package dev.quarterdeck.bench.table;

import dev.quarterdeck.edge.hub.HubSchema;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.table.SqliteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Prints three tables: ratios to SQLite's own statements, a million rows beside a thousand, and starts of a hub. */
public final class TableBench {
    private static final int SMALL = 1_000;
    private static final int MIDDLE = 100_000;
    private static final int LARGE = 1_000_000;
    private static final int SECONDS = 5;
    private static final int STARTS = 5;

    private final Path folder;
    private final Path launcher;

    private TableBench(Path folder, Path launcher) {
        this.folder = folder;
        this.launcher = launcher;
    }

    /** Takes the folder to work in, and the script by which people start the hub. */
    public static void main(String[] args) throws Exception {
        var bench = new TableBench(Files.createDirectories(Path.of(args[0])), Path.of(args[1]));
        bench.besideStatements();
        bench.smallBesideLarge();
        bench.starts();
    }

    private Home filled(int rows) throws InterruptedException {
        var home = new Home(folder.resolve(rows + "-rows"));
        if (!Files.exists(home.table())) {
            try (SqliteTable table = SqliteTable.open(home.table(), Clock.systemUTC())) {
                HubSchema.settle(table, true);
                Sample.fill(table, rows);
            }
        }
        return home;
    }

    /** What is done, by how many threads, counted by which time. */
    private record Work(String name, int threads, Counting counting, Doing doing) {}

    private interface Doing {
        void by(Subject subject, int number) throws Exception;
    }

    private interface Counting {
        double of(int threads, int seconds, int things, Pace.Deed deed) throws InterruptedException;
    }

    private void besideStatements() throws Exception {
        Path file = filled(MIDDLE).table();
        int partitions = MIDDLE / Sample.IN_PARTITION;
        System.out.printf("| %,d rows | ours | SQLite's statements | ratio |%n|---|---:|---:|---:|%n", MIDDLE);
        for (Work work : List.of(
                new Work("read a row, a CPU second", 1, Pace::perProcessorSecond, Subject::get),
                new Work(
                        "read a partition of 100, a CPU second",
                        1,
                        Pace::perProcessorSecond,
                        (subject, i) -> subject.query(i % partitions)),
                new Work(
                        "read 100 by an index, a CPU second",
                        1,
                        Pace::perProcessorSecond,
                        (subject, i) -> subject.queryIndex(i % partitions)),
                new Work("durable write, 1 thread, a second", 1, Pace::perSecond, (subject, i) -> subject.put(i, 2)),
                new Work(
                        "durable write, 16 threads, a second",
                        16,
                        Pace::perSecond,
                        (subject, i) -> subject.put(i, 2)))) {
            double ours;
            double raw;
            try (var subject = OurTable.open(file)) {
                ours = pace(work, subject);
            }
            try (var subject = RawSqlite.open(file)) {
                raw = pace(work, subject);
            }
            System.out.printf("| %s | %,.0f | %,.0f | %.2f |%n", work.name(), ours, raw, ours / raw);
        }
    }

    private static double pace(Work work, Subject subject) throws InterruptedException {
        return work.counting()
                .of(work.threads(), SECONDS, MIDDLE, i -> work.doing().by(subject, i));
    }

    private void smallBesideLarge() throws Exception {
        var reads = percentiles(SMALL);
        var more = percentiles(LARGE);
        System.out.printf(
                "%n| 99 of 100 within | of %,d rows | of %,d rows | ratio |%n|---|---:|---:|---:|%n", SMALL, LARGE);
        for (String name : List.of("read a row", "read a partition of 100", "read 100 by an index")) {
            double small = reads.getOrDefault(name, 0L) / 1e3;
            double large = more.getOrDefault(name, 0L) / 1e3;
            System.out.printf("| %s | %.0f µs | %.0f µs | %.2f |%n", name, small, large, large / small);
        }
    }

    private Map<String, Long> percentiles(int rows) throws Exception {
        int partitions = rows / Sample.IN_PARTITION;
        try (var table = OurTable.open(filled(rows).table())) {
            return Map.of(
                    "read a row",
                    Pace.percentile99(100_000, rows, table::get),
                    "read a partition of 100",
                    Pace.percentile99(10_000, partitions, table::query),
                    "read 100 by an index",
                    Pace.percentile99(10_000, partitions, table::queryIndex));
        }
    }

    private void starts() throws IOException, InterruptedException {
        var start = new Start(launcher, filled(MIDDLE));
        System.out.printf(
                "%n| serve on %,d rows, after kill -9 under writes | ms | ms of processor time |%n|---|---:|---:|%n",
                MIDDLE);
        for (int i = 1; i <= STARTS; i++) {
            Start.Took took = start.toServed();
            System.out.printf("| start %d | %,d | %,d |%n", i, took.millis(), took.processorMillis());
        }
    }
}
