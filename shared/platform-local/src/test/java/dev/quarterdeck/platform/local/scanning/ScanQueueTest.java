package dev.quarterdeck.platform.local.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.scanning.Cell;
import dev.quarterdeck.inventory.scanning.CellState;
import dev.quarterdeck.inventory.scanning.CellState.Outcome;
import dev.quarterdeck.inventory.scanning.Lease;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.ScanQueue;
import dev.quarterdeck.inventory.scanning.Watch;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.table.UnsettledTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However workers crash, freeze and race: each cell counts once, by its last holder, and scans do not mix. */
class ScanQueueTest {
    private static final ScanId NIGHTLY = new ScanId("nightly");
    private static final ScanId MANUAL = new ScanId("manual");
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicLong nanos = new AtomicLong();
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
    void aHolderThatWasFrozenForAnHourCannotWrite() {
        ScanQueue queue = queue(table);
        queue.add(NIGHTLY, cells(1, 1));
        Watch other = watch();
        Lease frozen = queue.take(NIGHTLY, watch()).orElseThrow();
        assertThat(queue.take(NIGHTLY, other)).isEmpty();

        nanos.addAndGet(Duration.ofHours(1).toNanos());
        Lease stolen = queue.take(NIGHTLY, other).orElseThrow();

        assertThat(stolen.cell()).isEqualTo(frozen.cell());
        assertThat(stolen.fence()).isGreaterThan(frozen.fence());
        assertThat(stolen.folder()).isNotEqualTo(frozen.folder());
        assertThat(queue.beat(frozen)).isFalse();
        assertThat(queue.finish(frozen, Json.of("late"))).isFalse();
        assertThat(queue.fail(frozen, "late")).isFalse();
        assertThat(queue.finish(stolen, Json.of("right"))).isTrue();
        assertThat(queue.finish(frozen, Json.of("later"))).isFalse();
        assertThat(queue.cells(NIGHTLY))
                .extracting(CellState::outcome)
                .containsExactly(new Outcome.Read(Json.of("right")));
    }

    @Test
    void whoBeatsKeepsItsLeaseAndNoClockJumpTakesIt() {
        ScanQueue queue = queue(table);
        queue.add(NIGHTLY, cells(1, 1));
        Watch other = watch();
        Lease lease = queue.take(NIGHTLY, watch()).orElseThrow();

        clock.advance(Duration.ofDays(400));
        for (int i = 0; i < 10; i++) {
            assertThat(queue.take(NIGHTLY, other)).isEmpty();
            nanos.addAndGet(LEASE.toNanos() - 1);
            assertThat(queue.beat(lease)).isTrue();
        }
        assertThat(queue.finish(lease, Json.of(1))).isTrue();
        assertThat(queue.isDrained(NIGHTLY)).isTrue();
    }

    @Test
    void oneSlowAccountDelaysNobody() {
        ScanQueue queue = queue(table);
        queue.add(NIGHTLY, cells(5, 17));
        String slow = account(0).value();
        Watch watch = watch();
        int held = 0;
        int others = 0;
        for (int i = 0; i < 4 * 17 + 4; i++) {
            Lease lease = queue.take(NIGHTLY, watch).orElseThrow();
            if (lease.cell().account().value().equals(slow)) {
                held++; // and never comes back
            } else {
                queue.finish(lease, Json.of(1));
                others++;
            }
        }
        assertThat(held)
                .as("workers at the slow account while others had something to do")
                .isLessThanOrEqualTo(5);
        assertThat(others).isGreaterThanOrEqualTo(4 * 17 - 1);
    }

    @Test
    void aCellThatWorkersAreLostOverIsGivenUpAndCanBeOpenedAgain() {
        ScanQueue queue = queue(table);
        queue.add(NIGHTLY, cells(1, 1));
        Watch watch = watch();
        Lease last = queue.take(NIGHTLY, watch).orElseThrow();
        for (int i = 0; i < 4; i++) {
            assertThat(queue.take(NIGHTLY, watch)).isEmpty();
            nanos.addAndGet(LEASE.toNanos());
            last = queue.take(NIGHTLY, watch).orElseThrow();
        }
        assertThat(queue.take(NIGHTLY, watch)).isEmpty();
        nanos.addAndGet(LEASE.toNanos());

        assertThat(queue.take(NIGHTLY, watch)).isEmpty();

        assertThat(queue.cells(NIGHTLY))
                .extracting(CellState::outcome)
                .containsExactly(new Outcome.Failed("given up: 5 workers were lost over it"));
        queue.reopenGaps(NIGHTLY);
        Lease again = queue.take(NIGHTLY, watch).orElseThrow();
        assertThat(again.fence()).isGreaterThan(last.fence());
        assertThat(queue.finish(last, Json.of("late"))).isFalse();
        assertThat(queue.finish(again, Json.of(1))).isTrue();
    }

    @Test
    void onlyWhatFailedIsOpenedAgain() {
        ScanQueue queue = queue(table);
        queue.add(NIGHTLY, cells(1, 3));
        Watch watch = watch();
        Lease failed = queue.take(NIGHTLY, watch).orElseThrow();
        queue.fail(failed, "denied");
        queue.finish(queue.take(NIGHTLY, watch).orElseThrow(), Json.of(1));
        queue.finish(queue.take(NIGHTLY, watch).orElseThrow(), Json.of(2));

        queue.reopenGaps(NIGHTLY);

        assertThat(queue.take(NIGHTLY, watch)).map(Lease::cell).contains(failed.cell());
        assertThat(queue.take(NIGHTLY, watch)).isEmpty();
    }

    @Test
    void whoHasTheTableToItselfNeedNotWaitForTheLeasesOfTheDead() {
        ScanQueue queue = queue(table);
        queue.add(NIGHTLY, cells(1, 2));
        Lease dead = queue.take(NIGHTLY, watch()).orElseThrow();
        Watch watch = watch();

        queue.reclaim(NIGHTLY);

        Lease first = queue.take(NIGHTLY, watch).orElseThrow();
        Lease second = queue.take(NIGHTLY, watch).orElseThrow();
        assertThat(List.of(first.cell(), second.cell())).contains(dead.cell());
        assertThat(queue.finish(dead, Json.of("late"))).isFalse();
        for (int i = 0; i < 4; i++) {
            queue.reclaim(NIGHTLY);
            queue.take(NIGHTLY, watch);
            queue.take(NIGHTLY, watch);
        }
        assertThat(queue.cells(NIGHTLY))
                .filteredOn(state -> state.cell().equals(dead.cell()))
                .extracting(CellState::outcome)
                .containsExactly(new Outcome.Failed("given up: 5 workers were lost over it"));
    }

    /** Workers of two scans, over a table that conflicts and pages as it likes; each may crash or freeze at any step. */
    @RepeatedTest(8)
    void eachCellCountsOnceWhateverHappensToItsWorkers(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        Table unsettled = new UnsettledTable(table, clock, repetition.getCurrentRepetition());
        var queue = new ScanQueue(unsettled, random);
        queue.add(NIGHTLY, cells(6, 4));
        queue.add(MANUAL, cells(3, 4));
        Map<Cell, List<String>> counted = new HashMap<>();
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            workers.add(new Worker(queue, i % 2 == 0 ? NIGHTLY : MANUAL));
        }
        int steps = 0;
        while (!queue.isDrained(NIGHTLY) || !queue.isDrained(MANUAL)) {
            int i = random.nextInt(workers.size());
            nanos.addAndGet(LEASE.toNanos() / 40);
            switch (random.nextInt(25)) {
                case 0 -> workers.set(i, new Worker(queue, workers.get(i).scan)); // a crash: it forgets all
                case 1 -> workers.get(i).frozen = 120 + random.nextInt(200);
                default -> workers.get(i).step(counted);
            }
            assertThat(steps++).as("it comes to an end").isLessThan(50_000);
        }
        for (ScanId scan : List.of(NIGHTLY, MANUAL)) {
            for (CellState state : queue.cells(scan)) {
                List<String> mine = counted.getOrDefault(state.cell(), List.of()).stream()
                        .filter(result -> result.startsWith(scan + " "))
                        .toList();
                switch (state.outcome()) {
                    case Outcome.Read(var result) -> assertThat(mine).containsExactly(((Json.Str) result).value());
                    case Outcome.Failed _ -> assertThat(mine).isEmpty();
                    case Outcome.Open _, Outcome.Leased _ -> throw new AssertionError("not drained: " + state);
                }
            }
        }
        assertThat(queue.cells(NIGHTLY)).hasSize(24);
        assertThat(queue.cells(MANUAL)).hasSize(12);
    }

    /** Takes a cell, beats a few times, and finishes it, a step at a time. */
    private final class Worker {
        private final ScanQueue queue;
        private final ScanId scan;
        private final Watch watch = watch();
        private Optional<Lease> lease = Optional.empty();
        private int left;
        private int frozen;

        Worker(ScanQueue queue, ScanId scan) {
            this.queue = queue;
            this.scan = scan;
        }

        void step(Map<Cell, List<String>> counted) {
            if (frozen > 0) {
                frozen--;
                return;
            }
            if (lease.isEmpty()) {
                lease = queue.take(scan, watch);
                left = 3;
                return;
            }
            Lease mine = lease.get();
            if (left-- > 0) {
                lease = lease.filter(queue::beat);
                return;
            }
            String result = "%s %s %d".formatted(scan, mine.cell(), mine.fence());
            if (queue.finish(mine, Json.of(result))) {
                counted.computeIfAbsent(mine.cell(), _ -> new ArrayList<>()).add(result);
            }
            lease = Optional.empty();
        }
    }

    private ScanQueue queue(Table some) {
        return new ScanQueue(some, new Random(7));
    }

    private Watch watch() {
        return new Watch(LEASE, nanos::get);
    }

    private static AccountId account(int number) {
        return new AccountId("%012d".formatted(111_111_111_111L + number));
    }

    private static List<Cell> cells(int accounts, int regions) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < accounts; i++) {
            for (int j = 0; j < regions; j++) {
                cells.add(new Cell(account(i), j == 0 ? "global" : "us-east-" + j));
            }
        }
        return cells;
    }
}
