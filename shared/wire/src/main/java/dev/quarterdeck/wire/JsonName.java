package dev.quarterdeck.wire;

import java.nio.charset.StandardCharsets;

/** A member's name that is written again and again: encoded once, quotes and colon included. */
public final class JsonName {
    private final String text;
    private final byte[] encoded;

    /** {@code text} must be plain: ASCII that JSON writes without escapes, as the names of all models are. */
    public JsonName(String text) {
        if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"' && c != '\\')) {
            throw new IllegalArgumentException("a member's name must be plain ASCII: '%s'".formatted(text));
        }
        this.text = text;
        this.encoded = ('"' + text + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    public String text() {
        return text;
    }

    /** How many bytes {@link #copyTo} writes. */
    public int length() {
        return encoded.length;
    }

    public void copyTo(byte[] into, int at) {
        System.arraycopy(encoded, 0, into, at, encoded.length);
    }
}
