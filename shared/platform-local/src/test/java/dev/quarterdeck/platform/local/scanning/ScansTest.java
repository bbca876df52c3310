package dev.quarterdeck.platform.local.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.scanning.Begun;
import dev.quarterdeck.inventory.scanning.Cell;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.inventory.scanning.Scan.Status;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.ScanQueue;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.inventory.scanning.Watch;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.table.UnsettledTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which scans run, and which wait for which. */
class ScansTest {
    private static final AccountId PROD = new AccountId("111122223333");
    private static final AccountId TEST = new AccountId("444455556666");
    private static final ScanId FIRST = new ScanId("first");
    private static final ScanId SECOND = new ScanId("second");

    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private SqliteTable table;
    private Scans scans;

    @BeforeEach
    void open(@TempDir Path folder) {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
        scans = new Scans(table, clock);
    }

    @AfterEach
    void close() {
        table.close();
    }

    private Begun begin(ScanId id, ScanScope scope) {
        clock.advance(Duration.ofSeconds(1));
        return scans.begin(id, "by hand", scope, this::plainly);
    }

    private Written plainly(List<Write> writes, Scan scan) {
        return table.write(writes);
    }

    private Status status(ScanId id) {
        return scans.find(id).orElseThrow().status();
    }

    @Test
    void aScanIsPausedResumedAndCancelledOnce() {
        begin(FIRST, ScanScope.ALL);

        assertThat(begin(FIRST, ScanScope.of(PROD))).isInstanceOf(Begun.Already.class);
        assertThat(scans.pause(FIRST, this::plainly).status()).isEqualTo(Status.PAUSED);
        assertThat(scans.resume(FIRST, this::plainly).status()).isEqualTo(Status.RUNNING);
        assertThatThrownBy(() -> scans.resume(FIRST, this::plainly))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().toString()).contains("scan first is running"));
        Scan cancelled = scans.cancel(FIRST, this::plainly);
        assertThat(cancelled.ending().orElseThrow().at()).isEqualTo(clock.instant());
        assertThat(scans.close(FIRST, cancelled.progress().run())).isEqualTo(cancelled);
        assertThat(scans.unfinished()).isEmpty();
    }

    @Test
    void whoWantsWhatIsUnderWayJoinsIt() {
        begin(FIRST, ScanScope.of(PROD));

        assertThat(begin(SECOND, ScanScope.of(PROD)))
                .isEqualTo(new Begun.Joined(scans.find(FIRST).orElseThrow()));
        assertThat(scans.find(SECOND)).isEmpty();
    }

    @Test
    void whatIsAboutTheSameAccountWaitsItsTurn() {
        begin(FIRST, ScanScope.ALL);
        begin(SECOND, ScanScope.of(PROD));
        assertThat(status(SECOND)).isEqualTo(Status.WAITING);
        assertThat(scans.blocking(scans.find(SECOND).orElseThrow()).map(Scan::id))
                .contains(FIRST);

        scans.admit();
        assertThat(status(SECOND)).isEqualTo(Status.WAITING);
        scans.close(FIRST, 1);
        scans.admit();

        assertThat(status(SECOND)).isEqualTo(Status.RUNNING);
        assertThat(begin(new ScanId("third"), ScanScope.of(TEST)).scan().status())
                .isEqualTo(Status.RUNNING);
    }

    /** What was set going anew is not ended by the execution that was left behind. */
    @Test
    void anOlderRunEndsNothing() {
        begin(FIRST, ScanScope.ALL);
        scans.pause(FIRST, this::plainly);
        scans.resume(FIRST, this::plainly);

        assertThat(scans.close(FIRST, 1).status()).isEqualTo(Status.RUNNING);
        assertThat(scans.abandon(FIRST, 1, "late").status()).isEqualTo(Status.RUNNING);
        assertThat(scans.close(FIRST, 2).status()).isEqualTo(Status.DONE);
    }

    @Test
    void anEndTellsWhatItCameTo() {
        begin(FIRST, ScanScope.ALL);
        var queue = new ScanQueue(table, new Random(1));
        queue.add(FIRST, List.of(new Cell(PROD, "global"), new Cell(TEST, "global")));
        var watch = new Watch(Duration.ofSeconds(30), System::nanoTime);
        queue.finish(
                queue.take(FIRST, watch).orElseThrow(),
                new Members()
                        .put("resources", 7)
                        .put("calls", 40)
                        .put("denied", 2)
                        .put("gaps", 1)
                        .json());
        queue.fail(queue.take(FIRST, watch).orElseThrow(), "no credentials");

        Json.Obj counts = scans.close(FIRST, 1).ending().orElseThrow().counts().json();

        assertThat(counts.text())
                .isEqualTo("{\"open\":0,\"reading\":0,\"read\":1,\"failed\":1,\"resources\":7,\"calls\":40,"
                        + "\"throttled\":0,\"denied\":2,\"gaps\":1}");
        assertThat(scans.newest(10, Optional.empty()).scans())
                .extracting(scan -> scan.ending().map(end -> end.counts().json().text()))
                .containsExactly(Optional.of(counts.text()));
    }

    /** Of those who begin at the same time one runs; none of the others waits for nobody. */
    @Test
    void ofManyThatBeginAtOnceOneRuns() throws InterruptedException, ExecutionException {
        Table unsettled = new UnsettledTable(table, clock, 3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Begun>> all = IntStream.range(0, 8)
                    .<Callable<Begun>>mapToObj(i -> () -> new Scans(unsettled, clock)
                            .begin(
                                    new ScanId("scan-" + i),
                                    "by hand",
                                    new ScanScope(
                                            ScanScope.of(PROD).accounts(),
                                            new TreeSet<>(List.of("us-east-" + (i + 1))),
                                            ScanScope.ALL.types(),
                                            ScanScope.ALL.touched(),
                                            false),
                                    (writes, _) -> unsettled.write(writes)))
                    .toList();
            for (var begun : threads.invokeAll(all)) {
                assertThat(begun.get()).isInstanceOf(Begun.Fresh.class);
            }
        }
        for (int left = 8; left > 0; left--) {
            List<Scan> running = scans.unfinished().stream()
                    .filter(scan -> scan.status() == Status.RUNNING)
                    .toList();
            assertThat(running).hasSize(1);
            assertThat(scans.unfinished()).hasSize(left);
            scans.close(running.getFirst().id(), running.getFirst().progress().run());
            scans.admit();
        }
    }
}
