package dev.quarterdeck.platform.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.scanning.Cell;
import dev.quarterdeck.inventory.scanning.CellState;
import dev.quarterdeck.inventory.scanning.CellState.Outcome;
import dev.quarterdeck.inventory.scanning.ScanQueue;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.inventory.scanning.Slot;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.testkit.HubPlatform;
import dev.quarterdeck.testkit.MiniStack;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A whole process stands still over a cell; another one takes it, and what the first one brings when it wakes is refused. */
@EnabledIf(
        value = "dev.quarterdeck.testkit.MiniStack#isThere",
        disabledReason = "needs MiniStack, which scripts/check installs")
@DisabledOnOs(OS.WINDOWS)
class FrozenWorkerIT {
    private static final List<Cell> CELLS = IntStream.range(0, 6)
            .mapToObj(i -> new Cell(new AccountId("11111111111" + i % 2), "region-" + i))
            .toList();

    @AutoClose
    private final HubPlatform platform = MiniStack.start(MiniStack.Settings.OPEN);

    @AutoClose
    private final DynamoDbClient client = Emulated.client(platform.endpoint());

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void whatAFrozenProcessBringsAfterAnHourCountsForNothing() throws IOException, InterruptedException {
        Emulated.createTable(client);
        var table = new DynamoDbTable(client, Emulated.NAME, Clock.systemUTC());
        var queue = new ScanQueue(table, new Random(2));
        new Scans(table, Clock.systemUTC())
                .begin(FrozenWorker.SCAN, "manual", ScanScope.ALL, (writes, _) -> table.write(writes));
        queue.add(FrozenWorker.SCAN, CELLS);
        Slot other = FrozenWorker.slot(table, (_, _) -> new Outcome.Read(Json.of("in time")), nanos::get);

        Process frozen = process();
        try (BufferedReader said = frozen.inputReader()) {
            assertThat(said.readLine()).startsWith("reading ");
            signal("-STOP", frozen);
            assertThat(FrozenWorker.work(other))
                    .as("all but the one that is held")
                    .isEqualTo(CELLS.size() - 1);
            nanos.addAndGet(Duration.ofHours(1).toNanos());
            assertThat(FrozenWorker.work(other))
                    .as("the holder has been silent")
                    .isEqualTo(1);

            signal("-CONT", frozen);
            frozen.outputWriter().append("go on").append(System.lineSeparator()).flush();

            assertThat(said.readLine()).isEqualTo("read 0");
            assertThat(frozen.waitFor()).isZero();
        } finally {
            frozen.destroyForcibly();
        }
        assertThat(queue.isDrained(FrozenWorker.SCAN)).isTrue();
        assertThat(queue.cells(FrozenWorker.SCAN))
                .extracting(CellState::outcome)
                .hasSize(CELLS.size())
                .containsOnly(new Outcome.Read(Json.of("in time")));
    }

    private Process process() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FrozenWorker.class.getName(),
                        platform.endpoint().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
