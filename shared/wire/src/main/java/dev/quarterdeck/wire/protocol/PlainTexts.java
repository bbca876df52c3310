package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** {@link Texts} for texts that are still bytes, and {@link Plain}: the usual forms without making a string of them. */
final class PlainTexts {
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final int LONGEST_WHOLE = 18;

    private PlainTexts() {}

    static void write(TextForm form, byte[] text, int from, int to, JsonSink out) throws IOException {
        boolean written = switch (form) {
            case TEXT -> {
                out.string(text, from, to);
                yield true;
            }
            case BOOLEAN -> {
                out.bool(Arrays.equals(text, from, to, TRUE, 0, TRUE.length));
                yield true;
            }
            case WHOLE -> whole(text, from, to, out);
            case TIMESTAMP -> timestamp(text, from, to, out);
            case QUOTED_JSON -> quotedJson(text, from, to, out);
            case DECIMAL, BLOB, JSON, BASE64_TEXT -> false;
        };
        if (!written) {
            Texts.write(form, new String(text, from, to - from, StandardCharsets.ISO_8859_1), out);
        }
    }

    private static boolean whole(byte[] text, int from, int to, JsonSink out) {
        int digits = to > from && text[from] == '-' ? from + 1 : from;
        boolean leadingZero = to - digits > 1 && text[digits] == '0';
        if (digits == to || leadingZero || to - digits > LONGEST_WHOLE) {
            return false;
        }
        for (int i = digits; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        out.number(text, from, to);
        return true;
    }

    private static boolean timestamp(byte[] text, int from, int to, JsonSink out) {
        byte[] canonical = UsualTimes.canonical(text, from, to);
        if (canonical.length == 0) {
            return false;
        }
        out.string(canonical, 0, canonical.length);
        return true;
    }

    private static boolean quotedJson(byte[] text, int from, int to, JsonSink out) throws IOException {
        byte[] json = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            int b = text[i];
            if (b == '%') {
                b = i + 2 < to ? (byte) (hex(text[i + 1]) << 4 | hex(text[i + 2])) : -1;
                i += 2;
            }
            if (b < 0) {
                return false;
            }
            json[length++] = (byte) b;
        }
        return EmbeddedJson.write(json, length, out);
    }

    /** Negative if it is no digit: what is not ASCII once unquoted is left to {@link Texts} too. */
    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }
}
