package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.types.CatalogWords;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.demo.DemoWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions of docs/questions.md, asked as they are written there: they say what is written beneath them. */
class QuestionsTest {
    private static final Pattern ASKED =
            Pattern.compile("```sh\nquarterdeck ([^\n]+)\n```\n\n```(?:csv|text)\n([^`]*)\n```");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private static Path home;

    /** A command and what it says. */
    record Question(String command, String answer) {
        String[] words() {
            return WORD.matcher(command)
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .toArray(String[]::new);
        }
    }

    @BeforeAll
    static void scan() {
        DemoWorkspace.in(home.resolve(".quarterdeck"));
    }

    private static Path page() {
        return Path.of(System.getProperty("quarterdeck.root", "..")).resolve("docs/questions.md");
    }

    static List<Question> questions() throws IOException {
        var questions = new ArrayList<Question>();
        ASKED.matcher(Files.readString(page()))
                .results()
                .forEach(asked -> questions.add(new Question(asked.group(1), asked.group(2))));
        return questions;
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isAnsweredAsThePageSays(Question question) {
        Said said = new Cli(home).run(question.words());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out().strip()).isEqualTo(question.answer());
    }

    /** What stands in config may be asked: no member of it is taken for a mistake. */
    @Test
    void everythingInConfigIsAWordOfFilters() {
        var words = new CatalogWords(TypeCatalog::shipped);
        Said said = new Cli(home).run("resources", "list", "--fields", "config", "--output", "ndjson");

        List<String> strange = said.out()
                .lines()
                .map(line -> ((Json.Obj) Json.parse(line)).get("config").orElseThrow())
                .flatMap(config -> strange(config, List.of(), words))
                .distinct()
                .toList();

        assertThat(said.out().lines()).hasSizeGreaterThan(900);
        assertThat(strange).isEmpty();
        assertThat(words.members(List.of()))
                .contains("EngineVersion", "InstanceType")
                .hasSizeGreaterThan(500);
    }

    private static Stream<String> strange(Json config, List<String> path, CatalogWords words) {
        Set<String> known = words.members(path);
        return known.isEmpty() || !(config instanceof Json.Obj object)
                ? Stream.of()
                : object.members().entrySet().stream().flatMap(member -> {
                    var deeper = Stream.concat(path.stream(), Stream.of(member.getKey()))
                            .toList();
                    return known.contains(member.getKey())
                            ? strange(member.getValue(), deeper, words)
                            : Stream.of(String.join(".", deeper));
                });
    }

    @Test
    void thereAreTenAndOneIsAskedTwice() throws IOException {
        assertThat(questions()).hasSize(11);
        assertThat(Files.readString(page()).lines().filter(line -> line.startsWith("## ")))
                .hasSize(10);
    }
}
