package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.impact.Harm;
import dev.quarterdeck.inventory.impact.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The words by which resources point to others are few, and what each carries is written down. */
class RelationsPageTest {
    @Test
    void everyWordOfTheCatalogIsInTheListAndNoOther() {
        assertThat(Relation.ALL)
                .extracting(Relation::word)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(TypeCatalog.shipped().types().stream()
                        .flatMap(type -> type.upkeep().links().stream())
                        .map(link -> link.rel())
                        .distinct()
                        .toList());
    }

    @Test
    void thePageIsTheList() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("quarterdeck.root"), "docs/relations.md"));

        assertThat(page.lines().filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(Relation.ALL.stream()
                        .map(it -> "| `%s` | %s | %s | %s |"
                                .formatted(it.word(), word(it.toPointer()), word(it.toPointed()), it.because()))
                        .toList());
    }

    private static String word(Harm harm) {
        return harm == Harm.NONE ? "" : harm.toString();
    }
}
