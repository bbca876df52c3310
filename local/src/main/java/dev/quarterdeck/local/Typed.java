package dev.quarterdeck.local;

import dev.quarterdeck.credentials.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Secrets as people give them to a command: from a file or typed unseen, never as an argument, which all may read. */
record Typed(Shell shell) {
    Secret<String> secret(String question, String option, Optional<Path> file) {
        return file.map(path -> firstLine(option, path))
                .orElseGet(() -> shell.surroundings()
                        .prompt()
                        .secret(question)
                        .orElseThrow(() -> Refusal.usage(
                                "there is no terminal to ask on: give %s the name of a file".formatted(option))));
    }

    private static Secret<String> firstLine(String option, Path file) {
        try {
            return Secret.of(Files.readString(file).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw Refusal.usage("%s: '%s' cannot be read: %s".formatted(option, file, Refusal.why(e)));
        }
    }
}
