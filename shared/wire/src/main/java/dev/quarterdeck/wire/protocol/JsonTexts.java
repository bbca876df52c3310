package dev.quarterdeck.wire.protocol;

import java.io.IOException;
import java.util.HexFormat;

/** Reads the texts of a JSON document. */
final class JsonTexts {
    private final ByteWindow in;
    private int from;
    private int to;

    JsonTexts(ByteWindow in) {
        this.in = in;
    }

    /**
     * Takes the text whose opening quote is at the position if it is {@link Plain} and whole in the window; otherwise nothing
     * happens. It lies in the window from {@link #from} to {@link #to} until the window is asked for more.
     */
    boolean takesPlain() {
        byte[] window = in.window();
        int first = in.position() + 1;
        int end = Plain.endInJson(window, first, in.end());
        if (end >= in.end() || window[end] != '"') {
            return false;
        }
        from = first;
        to = end;
        in.moveTo(end + 1);
        return true;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Any text. */
    String take() throws IOException {
        int i = in.position() + 1;
        boolean escaped = false;
        while (true) {
            while (i >= in.end()) {
                i = in.more(i);
            }
            byte b = in.window()[i];
            if (b == '"') {
                break;
            }
            if (b >= 0 && b < ' ') {
                throw in.malformed("a text has a control character");
            }
            escaped |= b == '\\';
            i += b == '\\' ? 2 : 1;
        }
        String raw = in.utf8(in.position() + 1, i);
        in.moveTo(i + 1);
        return escaped ? unescaped(raw) : raw;
    }

    private String unescaped(String raw) throws MalformedResponseException {
        StringBuilder text = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = raw.charAt(i++);
            if (escape == 'u') {
                text.append(unit(raw, i));
                i += 4;
            } else {
                text.append(control(escape));
            }
        }
        return text.toString();
    }

    private char unit(String raw, int at) throws MalformedResponseException {
        try {
            return (char) HexFormat.fromHexDigits(raw, at, at + 4);
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            throw in.malformed("an escape has no four digits");
        }
    }

    private char control(char escape) throws MalformedResponseException {
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw in.malformed("a text has an unknown escape");
        };
    }
}
