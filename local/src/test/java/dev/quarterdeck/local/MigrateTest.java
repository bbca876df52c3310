package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.edge.hub.HubSchema;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.Outbox;
import dev.quarterdeck.kernel.migrations.Migrations;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.table.SqliteTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores of other schemas than this version's, and the command that changes them. */
class MigrateTest {
    private static final int EVENTS = 6_000;

    private Home home;
    private Path user;

    @BeforeEach
    void name(@TempDir Path folder) {
        user = folder;
        home = new Home(folder.resolve(".quarterdeck"));
    }

    private Said run(String... args) {
        return new Cli(user).run(args);
    }

    /** A store with so many events waiting, of the first schema. */
    private void fill(int events) {
        try (SqliteTable table = SqliteTable.open(home.table(), Clock.systemUTC())) {
            HubSchema.migrations(table).begin();
            var writes = new ArrayList<Write>();
            for (int i = 0; i < events; i++) {
                writes.add(Outbox.entry(new DomainEvent(
                        "e" + i,
                        "thing-" + i,
                        1,
                        "thing.changed",
                        Clock.systemUTC().instant(),
                        Json.Obj.EMPTY)));
                if (writes.size() == 100 || i == events - 1) {
                    table.write(writes);
                    writes.clear();
                }
            }
            migrate(table, 1);
        }
    }

    private static void migrate(SqliteTable table, int to) {
        while (HubSchema.migrations(table).run(to).isPresent()) {
            // the next step
        }
    }

    private <T> T asked(Function<Migrations, T> question) {
        try (SqliteTable table = SqliteTable.open(home.table(), Clock.systemUTC())) {
            return question.apply(HubSchema.migrations(table));
        }
    }

    @Test
    void anOlderStoreIsNotServedBeforeItIsMigrated() {
        fill(130);
        String refusal =
                "quarterdeck: The hub's schema is 1 and this version works with 2: run 'quarterdeck backup', then 'quarterdeck migrate'.\n";
        assertThat(run("serve", "--port", "0")).isEqualTo(new Said(2, "", refusal));

        assertThat(run("migrate", "--dry-run")).isEqualTo(new Said(0, """
                        to schema 2: events wait in 4 lanes instead of one; 130 rows
                        the hub's schema is 1: nothing was changed
                        """, ""));
        assertThat(run("serve", "--port", "0").err()).isEqualTo(refusal);

        assertThat(run("migrate")).isEqualTo(new Said(0, """
                        to schema 2: events wait in 4 lanes instead of one; 130 rows
                        the hub's schema is 2
                        """, ""));
        assertThat(run("migrate").out()).isEqualTo("the hub's schema is 2: nothing to do\n");
    }

    @Test
    void theWayBackIsShownAsSuch() {
        fill(130);
        run("migrate");

        assertThat(run("migrate", "--to", "1").out()).isEqualTo("""
                        to schema 1: undoes events wait in 4 lanes instead of one; 130 rows
                        the hub's schema is 1
                        """);
    }

    @Test
    void aNewerStoreIsLeftToTheNewerVersion() {
        try (SqliteTable table = SqliteTable.open(home.table(), Clock.systemUTC())) {
            table.write(Write.put(Row.of(new Key("schema", "schema"), Json.Obj.EMPTY.with("version", Json.of(3)))));
        }
        var refusal = new Said(
                2,
                "",
                "quarterdeck: The hub's schema is 3 and this version knows none above 2: use the newer version, or run its 'quarterdeck migrate --to 2'.\n");
        assertThat(run("serve", "--port", "0")).isEqualTo(refusal);
        assertThat(run("migrate")).isEqualTo(refusal);
    }

    @Test
    void thereAreNoOtherSchemas() {
        fill(1);
        assertThat(run("migrate", "--to", "3"))
                .isEqualTo(new Said(2, "", "quarterdeck: --to: there is no schema 3: give a number from 1 to 2\n"));
    }

    @Test
    void aHubThatRunsIsNotMigrated() {
        fill(1);
        try (SqliteTable _ = SqliteTable.open(home.table(), Clock.systemUTC())) {
            assertThat(run("migrate"))
                    .isEqualTo(new Said(
                            2,
                            "",
                            "quarterdeck: The store '%s' is in use by another process (%d): stop that one first.\n"
                                    .formatted(
                                            home.table(),
                                            ProcessHandle.current().pid())));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aProcessKilledHalfWayIsGoneOnFromOrTurnedRoundFrom(int to) throws Exception {
        fill(EVENTS);
        if (to == 1) {
            run("migrate");
        }
        int killedHalfWay = 0;
        for (int round = 0; killedHalfWay < 2; round++) {
            assertThat(round).as("processes killed too early or too late").isLessThan(20);
            killAtWork(to, round);
            if (asked(Migrations::underway)) {
                killedHalfWay++;
                assertThat(run("serve", "--port", "0").err())
                        .isEqualTo(
                                "quarterdeck: A change of the hub's schema was broken off: run 'quarterdeck migrate' again.\n");
                run("migrate", "--to", Integer.toString(killedHalfWay == 1 ? 3 - to : to));
            } else {
                run("migrate", "--to", Integer.toString(3 - to));
            }
        }
        assertThat(asked(Migrations::current)).isEqualTo(to);
        assertThat(asked(Migrations::underway)).isFalse();
        List<Integer> back =
                asked(migrations -> List.copyOf(migrations.plan(3 - to).values()));
        assertThat(back).containsExactly(EVENTS);
    }

    /** Lets the command write for a while, and kills it. */
    private void killAtWork(int to, int round) throws Exception {
        Path log = home.table().resolveSibling("hub.db-wal");
        Process process = new Launch(user).start("migrate", "--to", Integer.toString(to));
        long enough = 100_000L + new Random(round).nextInt(1_000_000);
        while (process.isAlive() && (!Files.exists(log) || log.toFile().length() < enough)) {
            LockSupport.parkNanos(500_000);
        }
        process.destroyForcibly().waitFor();
    }
}
