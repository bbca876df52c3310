package dev.quarterdeck.catalog.boto3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The pinned boto3 in a Python process of its own. Nothing is sent; see {@code src/test/python/boto3_says.py}. */
final class Boto3 {
    static final boolean LONG = Boolean.getBoolean("quarterdeck.long");
    static final int SEEDS = LONG ? 10 : 1;
    static final Path MODELS = Path.of("models");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path ROOT =
            Path.of(System.getProperty("quarterdeck.root", "../..")).toAbsolutePath();

    private Boto3() {}

    /** Runs a command of {@code boto3_says.py} and gives every line that it prints. */
    static void says(Consumer<JsonNode> line, String command, Object... arguments) {
        List<String> words = new ArrayList<>(List.of("src/test/python/boto3_says.py", command, MODELS.toString()));
        List.of(arguments).forEach(argument -> words.add(argument.toString()));
        run(words, in -> {
            try (MappingIterator<JsonNode> lines =
                    JSON.readerFor(JsonNode.class).readValues(in)) {
                lines.forEachRemaining(line);
            }
        });
    }

    /** Runs a script of the repository; fails with its words if it does. */
    static void script(String script, String... arguments) {
        List<String> words = new ArrayList<>(List.of(ROOT.resolve(script).toString()));
        words.addAll(List.of(arguments));
        run(words, InputStream::readAllBytes);
    }

    private interface Reader {
        void read(InputStream said) throws IOException;
    }

    private static void run(List<String> words, Reader reader) {
        Path complaints = Path.of("target/boto3-complaints.txt");
        words.addFirst(python().toString());
        try {
            Files.createDirectories(complaints.getParent());
            Process process =
                    new ProcessBuilder(words).redirectError(complaints.toFile()).start();
            reader.read(process.getInputStream());
            assertThat(process.waitFor()).as(() -> told(complaints)).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(told(complaints), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String told(Path complaints) {
        try {
            return Files.readString(complaints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path python() {
        Path python = Path.of(Optional.ofNullable(System.getProperty("quarterdeck.python"))
                .or(() -> Optional.ofNullable(System.getenv("QUARTERDECK_PYTHON")))
                .orElse(ROOT.resolve(".quarterdeck/python/bin/python").toString()));
        assumeTrue(
                Files.isExecutable(python),
                "boto3's differential test needs the Python environment that scripts/check makes: " + python
                        + " is missing");
        return python;
    }
}
