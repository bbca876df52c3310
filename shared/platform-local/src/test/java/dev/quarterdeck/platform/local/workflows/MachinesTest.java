package dev.quarterdeck.platform.local.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.table.CrashingTable;
import dev.quarterdeck.workflows.Execution;
import dev.quarterdeck.workflows.Fault;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite of small machines, each run through and killed on its way. {@code MachinesIT} asks the emulator the same. */
class MachinesTest {
    private static final Pattern RANDOM =
            Pattern.compile("(:(killed-\\d+|undisturbed):)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final TestClock FIXED = new TestClock(Stage.START);
    private static SqliteTable table;

    @BeforeAll
    static void open(@TempDir Path folder) {
        table = SqliteTable.open(folder.resolve("hub.db"), FIXED);
    }

    @AfterAll
    static void close() {
        table.close();
    }

    static Stream<Case> machines() {
        return Case.all().stream();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void endsAsAwsSaysByWayOfTheSameStates(Case machine) {
        var stage = new Stage(table, new TestClock(Stage.START), machine, "through");

        Execution execution = stage.run(table);

        assertThat(end(execution, machine.expected().end().cause().isPresent()))
                .isEqualTo(machine.expected().end());
        assertThat(entered(stage.history(), 1)).isEqualTo(machine.expected().states());
        machine.expected()
                .inner()
                .ifPresent(inner ->
                        assertThat(entered(stage.history(), Integer.MAX_VALUE)).isEqualTo(inner));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void killedAtAnyMomentItGoesOnAsIfNothingHadBeen(Case machine) {
        var undisturbed = new Stage(table, new TestClock(Stage.START), machine, "undisturbed");
        undisturbed.run(table);
        List<String> history = said(undisturbed.history());
        int step = Boolean.getBoolean("quarterdeck.long") ? 1 : 7;
        boolean crashed = true;
        for (int moment = machine.name().length() % step; crashed; moment += step) {
            var stage = new Stage(table, new TestClock(Stage.START), machine, "killed-" + moment);
            crashed = crashes(stage, moment);
            if (crashed) {
                stage.run(table);
            }
            assertThat(said(stage.history())).as("killed at moment %d", moment).isEqualTo(history);
        }
    }

    private static boolean crashes(Stage stage, int moment) {
        try {
            stage.run(new CrashingTable(table, moment));
            return false;
        } catch (CrashingTable.Crash _) {
            return true;
        }
    }

    private static Case.End end(Execution execution, boolean withCause) {
        return switch (execution.ending().orElseThrow()) {
            case Execution.Ending.Succeeded(var output, Instant _) ->
                new Case.End(Optional.of(output), Optional.empty(), Optional.empty());
            case Execution.Ending.Failed(Fault(var error, var cause), Instant _) ->
                new Case.End(
                        Optional.empty(), Optional.of(error), Optional.of(cause).filter(_ -> withCause));
            case Execution.Ending.TimedOut _, Execution.Ending.Aborted _ ->
                throw new AssertionError("nobody ended it: " + execution);
        };
    }

    private static List<String> entered(List<Event> history, int deepest) {
        return history.stream()
                .map(Event::what)
                .filter(what -> what.place().numbers().size() <= deepest)
                .flatMap(what -> what instanceof Happening.Entered(Place _, var state, Json _)
                        ? Stream.of(state)
                        : Stream.empty())
                .toList();
    }

    /** Everything but what is new each time: tokens and UUIDs. Even the times are the same. */
    private static List<String> said(List<Event> history) {
        return history.stream()
                .map(event -> RANDOM.matcher(EventCodec.encode(event).text()).replaceAll("…"))
                .toList();
    }
}
