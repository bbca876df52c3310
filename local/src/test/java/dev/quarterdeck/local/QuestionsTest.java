package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.local.demo.DemoWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

    @Test
    void thereAreTenAndOneIsAskedTwice() throws IOException {
        assertThat(questions()).hasSize(11);
        assertThat(Files.readString(page()).lines().filter(line -> line.startsWith("## ")))
                .hasSize(10);
    }
}
