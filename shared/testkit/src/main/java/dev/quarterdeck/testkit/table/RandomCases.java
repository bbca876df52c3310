package dev.quarterdeck.testkit.table;

import static dev.quarterdeck.testkit.table.TableCases.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random transactions on few rows, so that they meet: answers, rows and queries are those of the model. */
interface RandomCases extends TableCases {
    int STEPS = 60;

    /** How many sequences are played; each has a seed of its own. */
    default int sequences() {
        return Boolean.getBoolean("quarterdeck.long") ? 200 : 20;
    }

    @TestFactory
    default Stream<DynamicTest> theTableDoesWhatTheModelDoes() {
        return IntStream.range(0, sequences())
                .mapToObj(seed ->
                        dynamicTest("seed " + seed, () -> play(new Moves(seed, space() + seed, clock()), seed)));
    }

    private void play(Moves moves, int seed) {
        var model = new TableModel(clock());
        for (int step = 0; step < STEPS; step++) {
            List<Write> writes = moves.transaction(model);
            assertThat(write(writes))
                    .as("seed %d step %d %s", seed, step, writes)
                    .isEqualTo(model.write(writes));
            for (Write write : writes) {
                assertThat(table().get(write.key())).isEqualTo(model.get(write.key()));
            }
            if (step % 5 == 0) {
                Query query = moves.query();
                eventually(model.query(query), () -> all(query));
            }
            if (step % 9 == 0) {
                clock().advance(Duration.ofSeconds(3));
            }
        }
    }
}
