package dev.quarterdeck.identity;

import dev.quarterdeck.kernel.Digest;
import java.util.Locale;

/** A code that is told once and traded once. Of its 80 random bits a plain hash tells nothing. */
final class OneTimeCode {
    private static final int BYTES = 10;

    private OneTimeCode() {}

    static String fresh(Tokens tokens) {
        return String.join("-", tokens.text(BYTES).split("(?<=\\G.{4})"));
    }

    /** How it is typed does not matter. */
    static String hash(String code) {
        return Digest.hex(code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }
}
