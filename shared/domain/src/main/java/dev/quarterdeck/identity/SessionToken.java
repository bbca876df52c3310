package dev.quarterdeck.identity;

import dev.quarterdeck.kernel.Base32;
import dev.quarterdeck.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser's cookie or the command line's file holds: 256 random bits. The hub keeps its SHA-256 alone. */
public record SessionToken(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{52}");

    public SessionToken {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a session token has 52 characters of a-z and 2-7");
        }
    }

    public static Optional<SessionToken> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    /** The session's public id: from it nobody finds the token. */
    public String id() {
        return Base32.encode(Digest.sha256(text.getBytes(StandardCharsets.UTF_8)), 32);
    }

    @Override
    public String toString() {
        return "SessionToken[***]";
    }
}
