package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.workflows.ExecutionId;
import java.util.Optional;
import java.util.UUID;

/** What a waiting task is answered with: it says whose it is, and cannot be guessed. */
record Token(ExecutionId execution, String text) {
    static Token next(ExecutionId execution) {
        return new Token(execution, "%s:%s".formatted(execution, UUID.randomUUID()));
    }

    static Optional<Token> parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Token(ExecutionId.parse(text.substring(0, colon)), text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
