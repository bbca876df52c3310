package dev.quarterdeck.platform.local.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.events.Delivery;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.Outbox;
import dev.quarterdeck.kernel.events.OutboxLanes;
import dev.quarterdeck.kernel.migrations.Migration.Direction;
import dev.quarterdeck.kernel.migrations.Migrations;
import dev.quarterdeck.kernel.migrations.Step;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.table.CrashingTable;
import dev.quarterdeck.testkit.table.UnsettledTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
    private static final int EVENTS = 130;
    private static final OutboxLanes LANES = new OutboxLanes();

    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
    private SqliteTable table;

    @BeforeEach
    void open(@TempDir Path folder) {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
    }

    @AfterEach
    void close() {
        table.close();
    }

    private Migrations migrations(Table some) {
        return new Migrations(some, List.of(LANES));
    }

    private void migrate(Table some, int to) {
        while (migrations(some).run(to).isPresent()) {
            // the next step
        }
    }

    /** A store of the first schema with events in it. */
    private void begin() {
        for (int i = 0; i < EVENTS; i++) {
            table.write(Outbox.entry(
                    new DomainEvent("e" + i, "thing" + i, 1, "thing.changed", clock.instant(), Json.Obj.EMPTY)));
        }
        table.write(Write.put(Row.of(new Key("schema", "schema"), Json.Obj.EMPTY.with("version", Json.of(2)))));
        migrate(table, 1);
        assertThat(waiting("outbox")).hasSize(EVENTS);
    }

    private List<Row> waiting(String partition) {
        var rows = new ArrayList<Row>();
        Query query = Query.of(Index.FIRST, partition);
        for (Optional<Query> next = Optional.of(query); next.isPresent(); ) {
            var page = table.query(next.get());
            rows.addAll(page.rows());
            next = page.next().map(query::from);
        }
        return rows;
    }

    private void assertForward() {
        assertThat(migrations(table).current()).isEqualTo(2);
        assertThat(migrations(table).underway()).isFalse();
        assertThat(waiting("outbox")).isEmpty();
        assertThat(IntStream.range(0, 4)
                        .map(lane -> waiting("outbox#" + lane).size())
                        .sum())
                .isEqualTo(EVENTS);
    }

    private void assertBack() {
        assertThat(migrations(table).current()).isEqualTo(1);
        assertThat(migrations(table).underway()).isFalse();
        assertThat(waiting("outbox")).hasSize(EVENTS);
        assertThat(IntStream.range(0, 4)
                        .map(lane -> waiting("outbox#" + lane).size())
                        .sum())
                .isZero();
    }

    @Test
    void aNewStoreHasTheNewestSchema() {
        migrations(table).begin();
        assertThat(migrations(table).current()).isEqualTo(2);
        assertThat(migrations(table).plan(2)).isEmpty();
    }

    @Test
    void aStoreThatSaysNothingHasTheFirst() {
        assertThat(migrations(table).current()).isEqualTo(1);
    }

    @Test
    void aDryRunSaysWhatWouldBeDoneAndDoesNothing() {
        begin();
        assertThat(migrations(table).plan(2)).isEqualTo(Map.of(new Step(LANES, Direction.FORWARD), EVENTS));
        assertThat(migrations(table).plan(1)).isEmpty();
        assertBack();
    }

    @Test
    void forwardAndBackEndWhereItBegan() {
        begin();
        Map<Object, Object> before = contents();
        migrate(table, 2);
        assertForward();
        assertThat(new Delivery(table, List.of(), clock).givenUp(1)).isEmpty();
        migrate(table, 1);
        assertBack();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void whatWasMigratedIsDelivered() {
        begin();
        assertThat(new Delivery(table, List.of(), clock).sweep()).isZero();
        migrate(table, 2);
        assertThat(new Delivery(table, List.of(), clock).sweep()).isEqualTo(EVENTS);
    }

    private Map<Object, Object> contents() {
        var contents = new HashMap<Object, Object>();
        waiting("outbox").forEach(row -> contents.put(row.key(), List.of(row.data(), row.indexed())));
        return contents;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCrashBetweenAnyTwoStepsIsGoneOnFrom(int to) {
        begin();
        int crashAt = 0;
        boolean crashed = true;
        for (; crashed; crashAt++) {
            migrate(table, 3 - to);
            crashed = crashes(crashAt, to);
            migrate(table, to);
            if (to == 2) {
                assertForward();
            } else {
                assertBack();
            }
        }
        assertThat(crashAt).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCrashBetweenAnyTwoStepsCanBeTurnedRoundFrom(int to) {
        begin();
        boolean crashed = true;
        for (int crashAt = 0; crashed; crashAt++) {
            migrate(table, 3 - to);
            crashed = crashes(crashAt, to);
            migrate(table, 3 - to);
            if (to == 2) {
                assertBack();
            } else {
                assertForward();
            }
        }
    }

    private boolean crashes(int crashAt, int to) {
        try {
            migrate(new CrashingTable(table, crashAt), to);
            return false;
        } catch (CrashingTable.Crash _) {
            return true;
        }
    }

    @Test
    void anUnsettledTableIsMigratedAsWell() {
        begin();
        Table unsettled = new UnsettledTable(table, clock, 7);
        migrate(unsettled, 2);
        assertForward();
        migrate(unsettled, 1);
        assertBack();
    }

    @Test
    void thereAreNoOtherSchemas() {
        assertThatIllegalArgumentException().isThrownBy(() -> migrations(table).run(3));
        assertThatIllegalArgumentException().isThrownBy(() -> migrations(table).plan(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Migrations(table, List.of(LANES, LANES)));
    }
}
