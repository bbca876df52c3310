package dev.quarterdeck.local;

import dev.quarterdeck.kernel.NearWord;
import java.util.Collection;
import java.util.Optional;

/** The known word that was probably meant, as part of a sentence. */
final class Suggestion {
    private Suggestion() {}

    /** Of the known words, the one nearest to what was typed, if any is near. */
    static Optional<String> near(String typed, Collection<String> known) {
        return NearWord.of(typed, known);
    }

    /** The end of a sentence: what was probably meant, or where all are listed. */
    static String orSee(String typed, Collection<String> known, String otherwise) {
        return near(typed, known).map("did you mean '%s'?"::formatted).orElse(otherwise);
    }
}
