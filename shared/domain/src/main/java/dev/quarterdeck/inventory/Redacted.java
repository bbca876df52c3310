package dev.quarterdeck.inventory;

import java.util.Optional;
import java.util.regex.Pattern;

/** The text that stands in place of a sensitive value: {@code quarterdeck:hmac:<keyId>:<hash>}. */
public final class Redacted {
    public static final String MARK = "quarterdeck:hmac:";

    /** Stands for a value that nobody hashed when it was read: it can be held against none. */
    public static final String UNHASHED = MARK + "none:";

    private static final Pattern WHOLE = Pattern.compile(MARK + "[A-Za-z0-9_-]{1,64}:[a-z2-7]{32}");

    private Redacted() {}

    /** Whether the text stands in place of a value already. */
    public static boolean is(String text) {
        return WHOLE.matcher(text).matches();
    }

    /** The key under which the text was hashed, if it was. */
    public static Optional<String> keyId(String text) {
        return text.startsWith(MARK) && text.indexOf(':', MARK.length()) > 0
                ? Optional.of(text.substring(MARK.length(), text.indexOf(':', MARK.length())))
                : Optional.empty();
    }
}
