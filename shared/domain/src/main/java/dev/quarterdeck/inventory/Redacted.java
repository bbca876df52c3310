package dev.quarterdeck.inventory;

import java.util.Optional;

/** The text that stands in place of a sensitive value: {@code quarterdeck:hmac:<keyId>:<hash>}. */
public final class Redacted {
    public static final String MARK = "quarterdeck:hmac:";

    private Redacted() {}

    /** The key under which the text was hashed, if it was. */
    public static Optional<String> keyId(String text) {
        return text.startsWith(MARK) && text.indexOf(':', MARK.length()) > 0
                ? Optional.of(text.substring(MARK.length(), text.indexOf(':', MARK.length())))
                : Optional.empty();
    }
}
