package dev.quarterdeck.platform.local.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.scanning.AccountPublisher;
import dev.quarterdeck.inventory.scanning.Cell;
import dev.quarterdeck.inventory.scanning.CellReader;
import dev.quarterdeck.inventory.scanning.CellState.Outcome;
import dev.quarterdeck.inventory.scanning.Publications;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.ScanQueue;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.inventory.scanning.Slot;
import dev.quarterdeck.inventory.scanning.Watch;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.workflows.LocalWorkflows;
import dev.quarterdeck.platform.local.workflows.Work;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.table.CrashingTable;
import dev.quarterdeck.workflows.Execution;
import dev.quarterdeck.workflows.Execution.Ending;
import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.Task;
import dev.quarterdeck.workflows.Workflow;
import dev.quarterdeck.workflows.scan.ScanStarter;
import dev.quarterdeck.workflows.scan.ScanTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scan's workflow as it is shipped, with the interpreter and the queue; what reads AWS and what publishes is told. */
class ScanWorkflowTest {
    private static final Path DEFINITION =
            Path.of(System.getProperty("quarterdeck.root", "."), "step-functions/scan.asl.json");
    private static final ScanId SCAN = new ScanId("nightly");
    private static final Duration PAUSE = Duration.ofDays(3);
    private static final List<Cell> CELLS = List.of(
            cell("111111111111", "global"),
            cell("111111111111", "us-east-1"),
            cell("111111111111", "eu-west-1"),
            cell("222222222222", "global"),
            cell("222222222222", "us-east-1"),
            cell("333333333333", "global"));

    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Map<String, List<Json>> published = new HashMap<>();
    private final List<Set<AccountId>> related = new ArrayList<>();
    private final CellReader reads =
            (lease, _) -> new Outcome.Read(Json.of(lease.cell().toString()));
    private SqliteTable table;

    @BeforeEach
    void open(@TempDir Path folder) {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void readsEveryCellAndPublishesEachAccountOnce() {
        assertThat(run(table, reads)).isInstanceOf(Ending.Succeeded.class);

        assertThat(published).isEqualTo(whole());
        assertThat(related)
                .containsExactly(published.keySet().stream().map(AccountId::new).collect(Collectors.toSet()));
        assertThat(scans(table).find(SCAN).map(Scan::status)).contains(Scan.Status.DONE);
    }

    @Test
    void anAccountThatCannotBeReadKeepsNobodyFromTheOthers() {
        CellReader denied = (lease, mine) ->
                lease.cell().account().value().startsWith("2") ? new Outcome.Failed("denied") : reads.read(lease, mine);

        run(table, denied);

        var others = whole();
        others.remove("222222222222");
        assertThat(published).isEqualTo(others);
    }

    @Test
    void aCancelledScanPublishesNothing() {
        CellReader cancelling = (lease, mine) -> {
            scans(table).cancel(SCAN, plainly(table));
            return reads.read(lease, mine);
        };

        assertThat(run(table, cancelling)).isInstanceOf(Ending.Succeeded.class);

        assertThat(published).isEmpty();
        assertThat(scans(table).find(SCAN).map(Scan::status)).contains(Scan.Status.CANCELLED);
    }

    /** Its execution ends meanwhile: a scan may be paused for as long as one likes. */
    @Test
    void aPausedScanGoesOnWhenItIsResumed() {
        var paused = new ArrayList<Instant>();
        CellReader pausing = (lease, mine) -> {
            if (paused.isEmpty()) {
                paused.add(clock.instant());
                scans(table).pause(SCAN, plainly(table));
            }
            return reads.read(lease, mine);
        };

        run(table, pausing);

        assertThat(clock.instant()).isAfterOrEqualTo(paused.getFirst().plus(PAUSE));
        assertThat(published).isEqualTo(whole());
        assertThat(scans(table).find(SCAN).orElseThrow().progress().run()).isEqualTo(2);
    }

    @Test
    void whatWasReadBeforeItWasRunAgainIsNotPublishedTwice() {
        run(
                table,
                (lease, mine) -> lease.cell().region().equals("eu-west-1")
                        ? new Outcome.Failed("denied")
                        : reads.read(lease, mine));
        published.clear();

        assertThat(new ScanQueue(table, new Random(1)).reopenGaps(SCAN)).isEqualTo(1);
        scans(table).reopen(SCAN, plainly(table));
        run(table, reads);

        assertThat(published).isEqualTo(Map.of("111111111111", List.of(Json.of("111111111111/eu-west-1"))));
    }

    @Test
    void killedAtAnyMomentItLosesAndDoublesNothing() {
        boolean crashed = true;
        for (int moment = 3; crashed; moment += 17) {
            published.clear();
            try (var fresh = SqliteTable.open(folder(moment), clock)) {
                crashed = crashes(fresh, moment);
                run(fresh, reads);
                assertThat(published).as("killed at moment %d", moment).isEqualTo(whole());
                assertThat(new ScanQueue(fresh, new Random(1)).isDrained(SCAN)).isTrue();
            }
        }
    }

    private boolean crashes(Table fresh, int moment) {
        try {
            run(new CrashingTable(fresh, moment), reads);
            return false;
        } catch (CrashingTable.Crash _) {
            return true;
        }
    }

    private static Path folder(int moment) {
        try {
            return Files.createTempDirectory("scan-" + moment).resolve("hub.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings the scan to its end, as one process after the other would; whoever paused it resumes it days later. */
    private Ending run(Table some, CellReader reader) {
        Scans scans = scans(some);
        LocalWorkflows workflows = workflows(some, reader);
        scans.begin(SCAN, "schedule", ScanScope.ALL, plainly(some));
        while (true) {
            Scan scan = scans.find(SCAN).orElseThrow();
            workflows.start(ScanStarter.WORKFLOW, scan.execution(), ScanTasks.input(scan));
            Ending ending = ending(workflows, new ExecutionId(ScanStarter.WORKFLOW, scan.execution()));
            if (scans.find(SCAN).orElseThrow().status() != Scan.Status.PAUSED) {
                return ending;
            }
            clock.advance(PAUSE);
            scans.resume(SCAN, plainly(some));
        }
    }

    private Ending ending(LocalWorkflows workflows, ExecutionId id) {
        for (int rounds = 0; rounds < 100; rounds++) {
            Optional<Instant> due = workflows.round();
            Optional<Ending> ending = workflows.find(id).flatMap(Execution::ending);
            if (ending.isPresent()) {
                return ending.get();
            }
            clock.advance(Duration.between(clock.instant(), due.orElseThrow()));
        }
        throw new AssertionError("it comes to no end");
    }

    private static Scans.Commit plainly(Table some) {
        return (writes, _) -> some.write(writes);
    }

    private Scans scans(Table some) {
        return new Scans(some, clock);
    }

    private LocalWorkflows workflows(Table some, CellReader reader) {
        var queue = new ScanQueue(some, new Random(1));
        var watch = new Watch(
                Duration.ofSeconds(30),
                () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
        var slot = new Slot(queue, scans(some), new Slot.Surroundings(reader, _ -> () -> {}, watch, clock));
        var parts = new ScanTasks.Parts(_ -> CELLS, slot, publisher(), new Publications(some));
        try {
            var workflow = new Workflow("scan", Files.readString(DEFINITION));
            var tasks = new ScanTasks(scans(some), queue, parts, clock).byName();
            return new LocalWorkflows(some, clock, List.of(workflow), work(tasks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AccountPublisher publisher() {
        return new AccountPublisher() {
            @Override
            public void publish(ScanId scan, AccountId account, List<Json> results) {
                published.put(account.value(), sorted(results));
            }

            @Override
            public void relate(Set<AccountId> accounts) {
                related.add(accounts);
            }
        };
    }

    /** Tasks die with the process: what ends it in a task ends it altogether. */
    private static Work work(Map<String, Task> tasks) {
        var died = new AtomicReference<CrashingTable.@Nullable Crash>();
        Map<String, Task> mortal = tasks.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, task -> call -> {
                    try {
                        return task.getValue().perform(call);
                    } catch (CrashingTable.Crash crash) {
                        died.set(crash);
                        throw crash;
                    }
                }));
        Executor executor = runnable -> {
            runnable.run();
            CrashingTable.Crash crash = died.get();
            if (crash != null) {
                throw crash;
            }
        };
        return new Work(mortal, executor, (_, trouble) -> {
            throw trouble;
        });
    }

    private static Map<String, List<Json>> whole() {
        return CELLS.stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.account().value(),
                        HashMap::new,
                        Collectors.mapping(
                                cell -> Json.of(cell.toString()),
                                Collectors.collectingAndThen(Collectors.toList(), ScanWorkflowTest::sorted))));
    }

    private static List<Json> sorted(List<? extends Json> some) {
        return some.stream()
                .map(Json.class::cast)
                .sorted((a, b) -> a.text().compareTo(b.text()))
                .toList();
    }

    private static Cell cell(String account, String region) {
        return new Cell(new AccountId(account), region);
    }
}
