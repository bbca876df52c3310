package dev.quarterdeck.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The Python programs beside the classes. */
final class Script {
    private Script() {}

    static String text(String name) throws IOException {
        try (InputStream script = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
