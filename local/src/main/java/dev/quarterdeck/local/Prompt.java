package dev.quarterdeck.local;

import dev.quarterdeck.credentials.Secret;
import java.util.Optional;

/** Asks the person at the terminal for what must not be shown. */
interface Prompt {
    /** What was typed, which nobody saw; nothing where nobody sits at a terminal. */
    Optional<Secret<String>> secret(String question);
}
