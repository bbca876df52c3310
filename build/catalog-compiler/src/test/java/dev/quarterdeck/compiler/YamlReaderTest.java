package dev.quarterdeck.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** YAML can do more than hold data; here it may not. */
class YamlReaderTest {
    @TempDir
    private Path folder;

    private Report read(String text) throws IOException {
        var report = new Report("one.yaml");
        var _ = YamlReader.read(Files.writeString(folder.resolve("one.yaml"), text), report);
        return report;
    }

    static Stream<Arguments> hostile() {
        String laughs = IntStream.range(1, 12)
                .mapToObj(i -> "a%d: &a%d [%s]"
                        .formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)))
                .collect(Collectors.joining("\n", "a0: &a0 [ha]\n", "\n"));
        return Stream.of(
                Arguments.of(laughs, "aliases"),
                Arguments.of("a: &a [*a]\n", "aliases"),
                Arguments.of("a: " + "[".repeat(5_000) + "]".repeat(5_000), "Nesting"),
                Arguments.of("a: !!javax.script.ScriptEngineManager [x]\n", "Global tag is not allowed"),
                Arguments.of("a: !!java.util.Date 2026-01-01\n", "Global tag is not allowed"),
                Arguments.of("a: !mine {b: c}\n", "makes no data"),
                Arguments.of("a: 1\na: 2\n", "stands here twice"),
                Arguments.of("[a, b]: 1\n", "a key must be a text"),
                Arguments.of("a: \u0007\n", "not YAML|special characters"));
    }

    @ParameterizedTest(name = "{1}") // the texts are long
    @MethodSource("hostile")
    @Tag("E07")
    void refusesWhatIsMoreThanData(String text, String why) throws IOException {
        assertThat(read(text).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).containsPattern(why));
    }

    @Test
    void takesData() throws IOException {
        assertThat(read("a: [1, 2.5, yes, '3', 2026-01-01, ~, {b: c}]\n").isEmpty())
                .isTrue();
    }
}
