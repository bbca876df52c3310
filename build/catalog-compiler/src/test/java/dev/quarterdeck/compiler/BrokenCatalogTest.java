package dev.quarterdeck.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sample holds mistakes of one kind; a comment {@code #!} on the very line says what must be told of it. */
class BrokenCatalogTest {
    private static final String MARK = " #! ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calls",
                "duplicates",
                "enrichments",
                "expressions",
                "inputs",
                "items",
                "keys",
                "links",
                "no-mapping",
                "no-yaml",
                "paging",
                "parents",
                "paths",
                "streams"
            })
    void tellsEveryMistakeWithFileAndLine(String sample) throws IOException {
        var catalog = SampleCatalog.in(folder).with("/broken/" + sample + ".yaml");

        List<Problem> problems = catalog.compiler().compile();

        assertThat(problems)
                .usingElementComparator(Comparator.comparing(Problem::toString))
                .containsExactlyElementsOf(expected(catalog.root().resolve("resources/" + sample + ".yaml")));
        assertThat(catalog.target().resolve("types.json")).doesNotExist();
    }

    @Test
    void tellsTheMistakesOfAllFilesAndStopsTheBuild() throws IOException {
        var catalog = SampleCatalog.in(folder).with("/broken/links.yaml").with("/broken/calls.yaml");
        var out = new java.io.ByteArrayOutputStream();

        int status = CatalogCompiler.run(
                catalog.root(),
                catalog.target(),
                new java.io.PrintStream(out, true, java.nio.charset.StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(2);
        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("calls.yaml:5: no operation 'ListOrder'")
                .contains("links.yaml:8: no type 'AWS::Shop::Ordr'")
                .endsWith("5 problems in the catalog%n".formatted());
    }

    private static List<Problem> expected(Path file) throws IOException {
        var problems = new ArrayList<Problem>();
        List<String> lines = java.nio.file.Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            int mark = lines.get(i).indexOf(MARK);
            if (mark >= 0) {
                problems.add(new Problem(
                        String.valueOf(file.getFileName()), i + 1, lines.get(i).substring(mark + MARK.length())));
            }
        }
        return problems;
    }
}
