package dev.quarterdeck.local;

import dev.quarterdeck.credentials.Secret;
import java.io.Console;
import java.util.Optional;

/** Asks at the process's own terminal. */
final class TerminalPrompt implements Prompt {
    @Override
    public Optional<Secret<String>> secret(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> Optional.ofNullable(console.readPassword("%s ", question)))
                .map(typed -> Secret.of(new String(typed)));
    }
}
