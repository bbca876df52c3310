package dev.quarterdeck.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The pinned Python environment with moto and boto3, which {@code scripts/check} makes. Tests that need it skip without it. */
public final class Python {
    private static final Path EXECUTABLE = Path.of(Stream.of(
                    System.getProperty("quarterdeck.python"),
                    System.getenv("QUARTERDECK_PYTHON"),
                    System.getProperty("quarterdeck.root", "") + "/.quarterdeck/python/bin/python")
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow());

    private Python() {}

    /** For JUnit's {@code @EnabledIf("dev.quarterdeck.testkit.Python#isThere")}. */
    public static boolean isThere() {
        return Files.isExecutable(EXECUTABLE);
    }

    /** Where the interpreter is; fails with what to do when it is not there. */
    public static Path executable() {
        if (!isThere()) {
            throw new IllegalStateException(
                    "no Python environment at '%s': scripts/check makes it".formatted(EXECUTABLE));
        }
        return EXECUTABLE;
    }
}
