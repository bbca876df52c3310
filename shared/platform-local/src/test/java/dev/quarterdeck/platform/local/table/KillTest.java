package dev.quarterdeck.platform.local.table;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.audit.AuditExport;
import dev.quarterdeck.audit.Verifier;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed again and again: what it acknowledged is there, whole, and the audit chain holds. */
class KillTest {
    private static final int ROUNDS = Boolean.getBoolean("quarterdeck.long") ? 200 : 20;

    /** The process lives until it has acknowledged so many writes, at most, and meanwhile makes others. */
    private static final int MOST_WRITES = 60;

    private static final long BYTES_OF_A_LINE = 9;

    @TempDir
    private Path folder;

    @Test
    void noAcknowledgedWriteIsLostAndNoTransactionTorn() throws Exception {
        Path store = folder.resolve("hub.db");
        var random = new Random(4);
        var acknowledged = new long[Victim.THREADS];
        for (int round = 0; round < ROUNDS; round++) {
            runAndKill(store, 1 + random.nextInt(MOST_WRITES), acknowledged);
            try (SqliteTable table = SqliteTable.open(store, Clock.systemUTC())) {
                for (int thread = 0; thread < Victim.THREADS; thread++) {
                    assertWhole(table, thread, acknowledged[thread], round);
                    // One that was on its way when this round ended must not be missed in the next.
                    acknowledged[thread] = Victim.written(table, thread);
                }
                assertChainHolds(table);
            }
        }
        assertThat(acknowledged).as("writes acknowledged by each thread").doesNotContain(0L);
    }

    private void runAndKill(Path store, int life, long[] acknowledged) throws IOException, InterruptedException {
        Path said = folder.resolve("said"); // a file, since a pipe is read out of order when its writer dies
        Process victim = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        store.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (victim.isAlive() && Files.size(said) < life * BYTES_OF_A_LINE) {
            LockSupport.parkNanos(1_000_000);
        }
        victim.destroyForcibly().waitFor();
        Files.readAllLines(said, US_ASCII).forEach(line -> acknowledge(line, acknowledged));
    }

    private static void acknowledge(String line, long[] acknowledged) {
        String[] words = line.split(" ", -1);
        if (words.length == 3) { // the last line may be cut
            acknowledged[Integer.parseInt(words[0])] = Long.parseLong(words[1]);
        }
    }

    /** What was on its way when the process died may be there or not, but only as a whole. */
    private static void assertWhole(SqliteTable table, int thread, long acknowledged, int round) {
        long written = Victim.written(table, thread);
        assertThat(written).as("round %d, thread %d", round, thread).isBetween(acknowledged, acknowledged + 1);
        if (written > 0) {
            Row one = table.get(Victim.one(thread)).orElseThrow();
            assertThat(one.data().get("number")).contains(Json.of(written));
            assertThat(table.get(Victim.other(thread)).orElseThrow().data()).isEqualTo(one.data());
            assertThat(table.get(Victim.counter(thread)).orElseThrow().data().get("count"))
                    .contains(Json.of(written));
        }
    }

    private static void assertChainHolds(SqliteTable table) {
        var export = new AuditExport(table, Clock.systemUTC());
        var verifier = Verifier.against(export.checkpoint());
        export.lines(line -> verifier.take((line + "\n").getBytes(UTF_8)));
        Verifier.Verdict verdict = verifier.verdict();
        assertThat(verdict.flaws()).isEmpty();
        long written = 0;
        for (int thread = 0; thread < Victim.THREADS; thread++) {
            written += Victim.written(table, thread);
        }
        assertThat(verdict.records()).as("audit records").isEqualTo(written);
    }
}
