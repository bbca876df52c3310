package dev.quarterdeck.testkit.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.segments.NamedSegmentWriter;
import dev.quarterdeck.collect.segments.SegmentWriter;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A base and what changed since are read as if they were one, in every generation, however long ago it was live. */
public interface SnapshotContract {
    int GENERATIONS = 10;

    Objects objects();

    /** A folder that no other case uses. */
    String space();

    /** A generation, and what it must say. */
    record Told(Generation generation, Map<Uid, Sample> facts, List<Sample> gone) {}

    private SegmentRef written(int number, List<Sample> rows, List<Sample> gone) throws IOException {
        try (SegmentWriter writer = SegmentWriter.begin()) {
            for (Sample row : rows) {
                row.into(writer);
            }
            gone.forEach(sample -> writer.gone(sample.uid()));
            return writer.finish(objects(), new ObjectName("%s/%d.ndjson.zst".formatted(space(), number)));
        }
    }

    private SegmentRef named(int number, List<Sample> rows) throws IOException {
        try (NamedSegmentWriter writer = NamedSegmentWriter.begin()) {
            for (Sample row : rows) {
                row.into(writer, Set.of("all", row.uid().value()));
            }
            return writer.finish(objects(), new ObjectName("%s/named-%d.ndjson.zst".formatted(space(), number)));
        }
    }

    private static List<Sample> bearing(Snapshot snapshot, String word) throws IOException {
        var found = new ArrayList<Sample>();
        snapshot.bearing(Set.of(word), (entry, row) -> found.add(new Sample(entry.uid(), row.json())));
        return found;
    }

    @Test
    default void whatBearsAWordIsFoundWhereItCounts() throws IOException {
        var random = new Random(11);
        List<Sample> rows = Sample.some(300, random);
        Sample changed = rows.getFirst().later(random);
        Snapshot snapshot = Snapshot.of(List.of(named(1, rows), named(2, List.of(changed))), objects());

        for (Sample row : rows.subList(1, rows.size())) {
            assertThat(bearing(snapshot, row.uid().value())).containsExactly(row);
        }
        assertThat(bearing(snapshot, changed.uid().value())).containsExactly(changed);
        assertThat(bearing(snapshot, "all")).hasSize(rows.size());
        assertThat(bearing(snapshot, "nothing of this name")).isEmpty();
    }

    private Told first(Random random) throws IOException {
        List<Sample> rows = Sample.some(50, random);
        var generation =
                Generation.first(new AccountId("111122223333"), Instant.EPOCH, written(1, rows, List.of()), told(1));
        return new Told(generation, facts(rows), List.of());
    }

    private Generation.Told told(int number) {
        return new Generation.Told(
                new Generation.Source("s" + number, Set.of()),
                Optional.empty(),
                new ObjectName("%s/%d-coverage.ndjson.zst".formatted(space(), number)),
                new ObjectName("%s/%d-edges.ndjson.zst".formatted(space(), number)));
    }

    private static Map<Uid, Sample> facts(List<Sample> rows) {
        var facts = new HashMap<Uid, Sample>();
        rows.forEach(row -> facts.put(row.uid(), row));
        return facts;
    }

    /** Some changed, some came, some went, and of those that had gone some came back. */
    private Told next(Told before, Random random) throws IOException {
        var rows = new ArrayList<>(Sample.some(random.nextInt(5), random));
        var gone = new ArrayList<Sample>();
        before.facts().values().forEach(sample -> {
            switch (random.nextInt(10)) {
                case 0 -> gone.add(sample);
                case 1, 2 -> rows.add(sample.later(random));
                default -> {}
            }
        });
        before.gone().stream().filter(_ -> random.nextBoolean()).forEach(sample -> rows.add(sample.later(random)));
        var facts = new HashMap<>(before.facts());
        gone.forEach(sample -> facts.remove(sample.uid()));
        facts.putAll(facts(rows));
        int number = (int) before.generation().number() + 1;
        var generation =
                before.generation().next(Instant.EPOCH, Optional.of(written(number, rows, gone)), told(number));
        return new Told(generation, facts, gone);
    }

    private void assertTold(Told told, Iterable<Uid> everSeen) throws IOException {
        Snapshot snapshot = Snapshot.of(told.generation(), objects());
        var rows = new ArrayList<Json>();
        snapshot.rows(_ -> true, (_, row) -> rows.add(row.json()));
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        told.facts().values().stream().<Json>map(Sample::row).toList());
        var entries = new HashMap<Uid, Object>();
        snapshot.entries(entry -> entries.put(entry.uid(), entry.whole()));
        assertThat(entries.keySet()).isEqualTo(told.facts().keySet());
        for (Uid uid : everSeen) {
            assertThat(snapshot.row(uid))
                    .isEqualTo(Optional.ofNullable(told.facts().get(uid)).map(Sample::row));
        }
    }

    @Test
    default void everyGenerationSaysWhatCountedInIt() throws IOException {
        var random = new Random(1);
        var told = new ArrayList<>(List.of(first(random)));
        while (told.size() < GENERATIONS) {
            told.add(next(told.getLast(), random));
        }
        var everSeen = new HashSet<Uid>();
        told.forEach(some -> everSeen.addAll(some.facts().keySet()));

        for (Told some : told) {
            assertTold(some, everSeen);
        }
    }
}
