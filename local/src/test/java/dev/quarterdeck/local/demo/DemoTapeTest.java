package dev.quarterdeck.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.testkit.DemoCompany;
import dev.quarterdeck.testkit.seed.Canary;
import dev.quarterdeck.wire.tape.Tape;
import dev.quarterdeck.wire.tape.Taped;
import dev.quarterdeck.wire.tape.TapedKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed tape, played to today's hub: all that it asks is there, and so is all that people should find. */
class DemoTapeTest {
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final Pattern SECRET = Pattern.compile("<(?:SecretAccessKey|SessionToken)>([^<]*)<");

    @TempDir
    private static Path folder;

    private static final Tape TAPE = Estate.tape();
    private static PlayedDemo played;

    @BeforeAll
    static void play() {
        played = PlayedDemo.of(TAPE, folder);
    }

    @Test
    void answersAllThatTodaysHubAsks() {
        assertThat(played.missed())
                .as("asked and not on the tape: scripts/record-demo records it anew")
                .isEmpty();
    }

    @Test
    void showsACompanyOfSomeSize() {
        assertThat(played.looks())
                .allSatisfy(look -> assertThat(look.resources()).hasSizeGreaterThan(600));
        assertThat(played.looks().getLast().coverage())
                .filteredOn(it -> it.status() == Coverage.Status.DENIED)
                .as("what staging does not show")
                .hasSize(4);
    }

    @Test
    void showsEachStoryThatIsToldOfIt() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("quarterdeck.root"), "docs/demo.md"));
        String seen = played.looks().stream()
                .flatMap(look -> look.resources().stream())
                .map(Objects::toString)
                .collect(Collectors.joining());
        assertThat(DemoCompany.stories()).hasSizeGreaterThan(20).allSatisfy(story -> {
            assertThat(page).contains(story.what());
            assertThat(seen).contains(story.find());
        });
    }

    @Test
    void holdsNoSecret() {
        List<Taped> answers = TAPE.answers().values().stream()
                .flatMap(track -> track.values().stream())
                .toList();
        assertThat(answers)
                .extracting(Taped::body)
                .allSatisfy(body -> assertThat(body).doesNotContain(Canary.MARK, "PRIVATE KEY", "not-a-secret"));
        assertThat(answers.stream().flatMap(DemoTapeTest::secrets)).isNotEmpty().containsOnly(TapedKeys.NO_SECRET);
    }

    @Test
    void isSmall() throws IOException {
        try (InputStream in = Objects.requireNonNull(Estate.class.getResourceAsStream("estate.tape.gz"))) {
            assertThat(in.readAllBytes().length).isLessThan(MOST_BYTES);
        }
    }

    private static Stream<String> secrets(Taped answer) {
        return SECRET.matcher(answer.body()).results().map(it -> it.group(1));
    }
}
