package dev.quarterdeck.local.facts;

import dev.quarterdeck.collect.facts.Redaction;
import java.util.Optional;

/** The text that stands in place of a sensitive value: {@code quarterdeck:hmac:<keyId>:<hash>}. */
final class Redacted {
    private static final String MARK = Redaction.MARK;

    private Redacted() {}

    static Optional<String> keyId(String text) {
        return text.startsWith(MARK) && text.indexOf(':', MARK.length()) > 0
                ? Optional.of(text.substring(MARK.length(), text.indexOf(':', MARK.length())))
                : Optional.empty();
    }
}
