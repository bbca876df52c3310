package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Gives the text of an XML element or a header to the sink as what the model says it is. */
final class Texts {
    private static final Pattern PLAIN_WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private Texts() {}

    static void write(TextForm form, String text, JsonSink out) throws IOException {
        switch (form) {
            case TEXT -> out.string(text);
            case BOOLEAN -> out.bool(text.equals("true"));
            case WHOLE -> whole(text, out);
            case DECIMAL -> decimal(text, out);
            case TIMESTAMP -> out.string(Timestamps.canonical(text));
            case BLOB -> out.string(base64(text));
            case JSON -> json(text, text, out);
            case QUOTED_JSON -> json(PercentEncoding.decode(text), text, out);
            case BASE64_TEXT -> out.string(base64Text(text));
        }
    }

    static void whole(String text, JsonSink out) throws MalformedResponseException {
        if (isPlainWhole(text)) {
            out.number(text);
            return;
        }
        try {
            out.number(new BigInteger(text.strip()).toString());
        } catch (NumberFormatException e) {
            throw new MalformedResponseException("not a whole number: '%s'".formatted(text), e);
        }
    }

    private static boolean isPlainWhole(String text) {
        int length = text.length();
        if (length == 0 || (length > 1 && text.charAt(0) == '0')) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return PLAIN_WHOLE.matcher(text).matches();
            }
        }
        return true;
    }

    /** What JSON has no number for is given by name: {@code NaN}, {@code Infinity}, {@code -Infinity}. */
    static void decimal(String text, JsonSink out) throws MalformedResponseException {
        String stripped = text.strip();
        if (JSON_NUMBER.matcher(stripped).matches()) {
            out.number(stripped);
            return;
        }
        switch (stripped.toLowerCase(java.util.Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> out.string("NaN");
            case "inf", "infinity", "+inf", "+infinity" -> out.string("Infinity");
            case "-inf", "-infinity" -> out.string("-Infinity");
            default -> {
                try {
                    out.number(new BigDecimal(stripped).toString());
                } catch (NumberFormatException e) {
                    throw new MalformedResponseException("not a number: '%s'".formatted(text), e);
                }
            }
        }
    }

    /** Canonical base64: line ends and the like are left out. */
    static String base64(String text) throws MalformedResponseException {
        if (isBase64(text)) {
            return text;
        }
        try {
            return Base64.getEncoder().encodeToString(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new MalformedResponseException("not base64: %d characters".formatted(text.length()), e);
        }
    }

    private static boolean isBase64(String text) {
        int length = text.length();
        if (length % 4 != 0) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean fine = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '/' && c <= '9')
                    || c == '+'
                    || (c == '=' && i >= length - 2);
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private static String base64Text(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static void json(String candidate, String otherwise, JsonSink out) throws IOException {
        byte[] bytes = candidate.getBytes(StandardCharsets.UTF_8);
        if (!EmbeddedJson.write(bytes, bytes.length, out)) {
            out.string(otherwise);
        }
    }
}
