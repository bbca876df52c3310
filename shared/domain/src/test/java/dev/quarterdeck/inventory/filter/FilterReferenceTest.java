package dev.quarterdeck.inventory.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/filters.md to the reader: its table of fields is what the reader takes, its grammar the words that it knows. */
class FilterReferenceTest {
    private static final Path DOCS =
            Path.of(System.getProperty("quarterdeck.root", "../..")).resolve("docs");
    private static final Path PAGE = DOCS.resolve("filters.md");
    private static final Pattern TABLE =
            Pattern.compile("(?<=<!-- written by scripts/references -->\n)\\|.*?\n(?=\n)", Pattern.DOTALL);
    private static final Pattern EBNF = Pattern.compile("```ebnf\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TERMINAL = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("[a-z_]{2,}");

    /** Run with {@code -Dquarterdeck.write=true} it writes the table. */
    @Test
    void theFieldsAreThoseOfTheReader() throws IOException {
        String page = Files.readString(PAGE);
        String written = TABLE.matcher(page).replaceFirst(FieldReference.markdown());
        if (Boolean.getBoolean("quarterdeck.write")) {
            Files.writeString(PAGE, written);
        }
        assertThat(page).isEqualTo(written);
        assertThat(TABLE.matcher(page).results()).hasSize(1);
    }

    @Test
    void theGrammarHasTheReadersSigns() throws IOException {
        String grammar = grammar();
        assertThat(terminals(rule(grammar, "comparison")))
                .containsExactlyElementsOf(Stream.of(Filter.Comparison.values())
                        .map(Filter.Comparison::sign)
                        .toList());
        assertThat(terminals(rule(grammar, "age")))
                .containsExactlyElementsOf(Stream.of(Age.Unit.values())
                        .map(unit -> unit.name().substring(0, 1).toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** Each word of the language stands in a text that the reader is held to; so none is in the grammar alone. */
    @Test
    void eachWordOfTheGrammarIsRead() throws IOException {
        Set<String> words = terminals(grammar()).stream()
                .filter(terminal -> WORD.matcher(terminal).matches())
                .collect(Collectors.toSet());
        String vectors = Files.readString(DOCS.resolve("filter-vectors.json"));

        assertThat(words).contains("and", "or", "not", "any", "uses", "used_by", "at", "under", "older");
        assertThat(words).allSatisfy(word -> assertThat(vectors).containsPattern("\\b" + word + "\\b"));
        assertThat(words).containsAll(Tests.WORDS);
    }

    private static String grammar() throws IOException {
        return EBNF.matcher(Files.readString(PAGE))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static String rule(String grammar, String name) {
        return Pattern.compile("(?m)^%s +=(.*?) ;".formatted(name), Pattern.DOTALL)
                .matcher(grammar)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static List<String> terminals(String rule) {
        return TERMINAL.matcher(rule)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
