package dev.quarterdeck.query.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.Position;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.filter.Evaluator;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Kind;
import dev.quarterdeck.inventory.filter.Question;
import dev.quarterdeck.inventory.filter.Reading;
import dev.quarterdeck.inventory.filter.Vocabulary;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Engine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random filters over random and recorded rows: the engine finds what the evaluator finds, and counts as many. */
class EnginesAgreeTest {
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final Field UID = new Field.Column("uid", Kind.Plain.TEXT);
    private static final int FILTERS = Boolean.getBoolean("quarterdeck.long") ? 1_000 : 50;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void onRandomRows(long seed) {
        var random = new Random(seed);
        var rows = new RandomRows(random);
        List<Json.Obj> resources = rows.resources(60);
        agree(new Estate(resources, rows.edges(resources, 90), List.of()), random);
    }

    @Test
    void onRecordedRows() {
        agree(Estate.RECORDED, new Random(3));
    }

    private void agree(Estate estate, Random random) {
        var filters = new RandomFilters(random, estate.resources());
        var evaluator = new Evaluator(NOW, estate);
        int[] found = new int[2];
        try (var projection = new Projection(Engine.beside(folder.resolve("rows.db"), "512MB", 1))) {
            var lists = new DuckDbResourceLists(projection, estate);
            for (int i = 0; i < FILTERS; i++) {
                Filter filter = filters.next();
                List<Json> expected = estate.resources().stream()
                        .filter(row -> evaluator.answer(filter, row) == Tri.YES)
                        .flatMap(row -> row.get("uid").stream())
                        .sorted((a, b) -> a.text().compareTo(b.text()))
                        .toList();
                Listing listing = lists.list(request(filter));
                assertThat(listing.rows().stream()
                                .flatMap(row -> row.get("uid").stream())
                                .toList())
                        .as(new Question(filter, Optional.empty()).text())
                        .isEqualTo(expected);
                assertThat(listing.whole().count()).isEqualTo(new Listing.Count(expected.size(), true));
                found[expected.isEmpty() ? 0 : 1]++;
            }
        }
        assertThat(found[1]).as("filters that found something").isGreaterThan(FILTERS / 5);
    }

    private static ListRequest request(Filter filter) {
        return new ListRequest(
                filter,
                ListRequest.When.now(NOW),
                new Sight.Everything(),
                new ListRequest.Shape(List.of(UID), List.of(), List.of()),
                new ListRequest.Page(1_000, Position.START, true));
    }

    @Test
    void whatIsWrittenIsReadAsWhatItWas() {
        var random = new Random(4);
        var filters = new RandomFilters(random, Estate.RECORDED.resources());
        for (int i = 0; i < 20 * FILTERS; i++) {
            var question = new Question(filters.next(), Optional.empty());
            assertThat(Question.read(question.text(), new Anything()))
                    .as(question.text())
                    .isEqualTo(new Reading.Understood(question));
        }
    }

    /** Knows every type that has the form of one. */
    private static final class Anything implements Vocabulary {
        @Override
        public Optional<ResourceType> type(String word) {
            return Optional.of(new ResourceType(word));
        }

        @Override
        public Collection<String> typeNames() {
            return Stream.<String>of().toList();
        }

        @Override
        public Set<String> members(List<String> path) {
            return Set.of();
        }
    }
}
