package dev.quarterdeck.platform.local.inventory;

import static dev.quarterdeck.platform.local.inventory.Town.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A full disk, a clock that jumps and one that sleeps through it all: what is known stays true. */
class FaultsTest {
    private static final String EAST = "us-east-1";

    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T08:00:00Z"));

    @AutoClose
    private final Storehouse store;

    private final Town town = new Town().build(EAST, "one", "red").build(EAST, "two", "blue");
    private int scans;

    FaultsTest(@TempDir Path folder) {
        store = new Storehouse(folder, clock);
    }

    private List<Look> look() throws IOException {
        scans++;
        return town.look(store.objects(), "s" + scans, Set.of(EAST), Set.of(), clock.instant());
    }

    private Generation scan() throws IOException {
        List<Look> looks = look();
        return store.publisher().publish(ACCOUNT, "s" + scans, looks).generation();
    }

    private Map<String, String> paints() {
        var paints = new TreeMap<String, String>();
        store.facts()
                .of(ACCOUNT, Optional.empty())
                .orElseThrow()
                .resources(row -> paints.put(
                        Fields.of(row).text("name"),
                        Fields.of(row).object("config").text("Paint")));
        return paints;
    }

    private List<Fields> changes(Generation generation) {
        return store.facts().changes(generation).orElseThrow().stream()
                .map(Fields::of)
                .toList();
    }

    /** A publishing writes changes, coverage, edges, rows, and when it compacts a base. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whereTheDiskIsFullWhatWasKnownStaysAndTheNextScanTellsTheSame(int write) throws IOException {
        scan();
        clock.advance(Duration.ofHours(6));
        town.build(EAST, "one", "green");
        List<Look> looks = look();
        Meanwhile.Deed full = () -> {
            throw new IOException("No space left on device");
        };
        var cut = new Meanwhile(store.objects(), full.from(write), Meanwhile.Deed.NOTHING);

        assertThatThrownBy(() -> store.publisher(cut).publish(ACCOUNT, "s" + scans, looks))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space");

        assertThat(paints()).containsEntry("two", "blue");
        store.publisher().publish(ACCOUNT, "s" + scans, looks);
        assertThat(paints()).containsEntry("one", "green").containsEntry("two", "blue");
        assertThat(store.generations()
                        .every(ACCOUNT)
                        .flatMap(generation -> changes(generation).stream())
                        .map(change -> change.text("kind") + " " + change.text("name")))
                .containsExactly("changed one");
    }

    @Test
    void aClockThatJumpsNeitherReordersNorTurnsIntervals() throws IOException {
        scan();
        for (Duration jump : List.of(Duration.ofHours(-30), Duration.ofDays(400), Duration.ofDays(-399))) {
            clock.advance(jump);
            town.build(EAST, "one", "paint" + scans);
            scan();
        }

        List<Generation> newestFirst = store.generations().every(ACCOUNT).toList();
        for (int i = 1; i < newestFirst.size(); i++) {
            assertThat(newestFirst.get(i - 1).number())
                    .isGreaterThan(newestFirst.get(i).number());
            assertThat(newestFirst.get(i - 1).at())
                    .isAfterOrEqualTo(newestFirst.get(i).at());
        }
        assertThat(paints()).containsEntry("one", "paint3");
        assertThat(newestFirst.stream().flatMap(generation -> changes(generation).stream()))
                .hasSize(3)
                .allSatisfy(change -> assertThat(change.instant("at_to"))
                        .isAfterOrEqualTo(change.maybeInstant("at_from").orElse(Instant.MIN)));
    }

    /** It had made its generation, slept for an hour while others published, and wakes to publish it. */
    @Test
    void whoSleptWhileOthersPublishedMakesItsOwnAnew() throws IOException {
        scan();
        town.build(EAST, "one", "green");
        List<Look> slept = look();
        Meanwhile.Deed sleeping = () -> {
            clock.advance(Duration.ofHours(1));
            town.build(EAST, "three", "white");
            scan();
        };
        var late = new Meanwhile(store.objects(), sleeping.at(2), Meanwhile.Deed.NOTHING);

        store.publisher(late).publish(ACCOUNT, "slept", slept);

        assertThat(store.generations().every(ACCOUNT).map(Generation::number)).doesNotHaveDuplicates();
        assertThat(paints()).containsEntry("one", "green").containsEntry("three", "white");
    }
}
