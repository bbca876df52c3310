package dev.quarterdeck.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.types.CatalogWords;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Question;
import dev.quarterdeck.inventory.filter.Reading;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.demo.DemoWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random filters over the demo's inventory: the API lists and counts what the naive evaluator finds among all rows. */
class RandomAsksTest {
    private static final int FILTERS = Boolean.getBoolean("quarterdeck.long") ? 1_000 : 40;
    private static final TypeCatalog TYPES = TypeCatalog.shipped();
    private static final CatalogWords WORDS = new CatalogWords(() -> TYPES);

    @TempDir
    private static Path folder;

    @Test
    void countsAndListsWhatTheEvaluatorFinds() throws IOException, InterruptedException {
        DemoWorkspace.in(folder);
        try (var hub = new ServedAlone(folder)) {
            AllRows all = AllRows.of(hub);
            var texts = new RandomTexts(new Random(11), all.resources);
            int found = 0;
            for (int i = 0; i < FILTERS; i++) {
                String text = texts.next(3);
                Filter filter = read(text);
                List<String> expected = uids(all.resources.stream()
                        .filter(row -> all.matches(filter, row))
                        .toList());
                assertThat(uids(AllRows.listed(hub, text, "uid"))).as(text).isEqualTo(expected);
                found += expected.isEmpty() ? 0 : 1;
            }
            assertThat(all.resources).hasSizeGreaterThan(900);
            assertThat(found).as("filters that found something").isGreaterThan(FILTERS / 2);
        }
    }

    static Filter read(String text) {
        return switch (Question.read(text, WORDS)) {
            case Reading.Understood(var question) -> question.filter();
            case Reading.Misunderstood(var flaw) -> throw new AssertionError(text + ": " + flaw.sentence());
        };
    }

    private static List<String> uids(List<Json.Obj> rows) {
        return rows.stream().map(row -> Fields.of(row).text("uid")).sorted().toList();
    }
}
