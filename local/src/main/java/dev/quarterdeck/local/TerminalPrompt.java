package dev.quarterdeck.local;

import dev.quarterdeck.credentials.Secret;
import java.io.Console;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks at the process's own terminal. */
final class TerminalPrompt implements Prompt {
    @Override
    public Optional<Secret<String>> secret(String question) {
        Console console = Objects.requireNonNull(System.console());
        if (!console.isTerminal()) {
            return Optional.empty();
        }
        char @Nullable [] typed = console.readPassword("%s ", question);
        return typed == null ? Optional.empty() : Optional.of(Secret.of(new String(typed)));
    }
}
