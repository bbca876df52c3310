package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonName;
import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes JSON as UTF-8 without spaces. Its buffer is given on when full and by {@link #flush}. */
public final class Utf8JsonSink implements JsonSink {
    private static final int BUFFER = 16 * 1024;
    private static final byte[] HEX = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    /** The longest form of one char: a backslash, u and four digits. */
    private static final int LONGEST = 6;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int size;
    private boolean comma;

    public Utf8JsonSink(OutputStream out) {
        this.out = out;
    }

    public void flush() {
        empty();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the JSON could not be written", e);
        }
    }

    @Override
    public void beginObject() {
        open('{');
    }

    @Override
    public void name(String name) {
        quoted(name);
        put(':');
        comma = false;
    }

    @Override
    public void name(JsonName name) {
        room(name.length() + 1);
        separate();
        name.copyTo(buffer, size);
        size += name.length();
        comma = false;
    }

    @Override
    public void name(byte[] plain, int from, int to) {
        string(plain, from, to);
        put(':');
        comma = false;
    }

    @Override
    public void endObject() {
        close('}');
    }

    @Override
    public void beginArray() {
        open('[');
    }

    @Override
    public void endArray() {
        close(']');
    }

    @Override
    public void string(String value) {
        quoted(value);
    }

    @Override
    public void string(byte[] plain, int from, int to) {
        room(to - from + 3);
        separate();
        put('"');
        copy(plain, from, to);
        put('"');
    }

    @Override
    public void number(byte[] literal, int from, int to) {
        separate();
        copy(literal, from, to);
    }

    @Override
    public void number(String literal) {
        separate();
        for (int i = 0; i < literal.length(); i++) {
            put(literal.charAt(i));
        }
    }

    @Override
    public void bool(boolean value) {
        word(value ? TRUE : FALSE);
    }

    @Override
    public void nothing() {
        word(NULL);
    }

    private void open(char bracket) {
        separate();
        put(bracket);
        comma = false;
    }

    private void close(char bracket) {
        put(bracket);
        comma = true;
    }

    private void separate() {
        if (comma) {
            put(',');
        }
        comma = true;
    }

    private void word(byte[] word) {
        separate();
        for (byte b : word) {
            put(b);
        }
    }

    private void quoted(String text) {
        separate();
        put('"');
        int length = text.length();
        int i = 0;
        while (i < length) {
            room(2 * LONGEST);
            int stop = Math.min(length, i + (BUFFER - size) / LONGEST);
            i = encode(text, i, stop);
        }
        put('"');
    }

    /** Encodes up to {@code stop}, or one char beyond it to keep a pair together; there is room for both. */
    private int encode(String text, int from, int stop) {
        int i = from;
        while (i < stop) {
            char c = text.charAt(i++);
            if (c < 0x80) {
                ascii(c);
            } else if (c < 0x800) {
                buffer[size++] = (byte) (0xc0 | (c >> 6));
                buffer[size++] = (byte) (0x80 | (c & 0x3f));
            } else if (Character.isHighSurrogate(c) && i < text.length() && Character.isLowSurrogate(text.charAt(i))) {
                pair(Character.toCodePoint(c, text.charAt(i++)));
            } else if (Character.isSurrogate(c)) {
                escape(c);
            } else {
                buffer[size++] = (byte) (0xe0 | (c >> 12));
                buffer[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                buffer[size++] = (byte) (0x80 | (c & 0x3f));
            }
        }
        return i;
    }

    private void ascii(char c) {
        if (c >= ' ' && c != '"' && c != '\\') {
            buffer[size++] = (byte) c;
        } else if (c == '"' || c == '\\') {
            buffer[size++] = '\\';
            buffer[size++] = (byte) c;
        } else if (c == '\n') {
            buffer[size++] = '\\';
            buffer[size++] = 'n';
        } else {
            escape(c);
        }
    }

    private void pair(int codePoint) {
        buffer[size++] = (byte) (0xf0 | (codePoint >> 18));
        buffer[size++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
        buffer[size++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
        buffer[size++] = (byte) (0x80 | (codePoint & 0x3f));
    }

    private void escape(char c) {
        buffer[size++] = '\\';
        buffer[size++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            buffer[size++] = HEX[(c >> shift) & 0xf];
        }
    }

    private void put(int ascii) {
        if (size == BUFFER) {
            empty();
        }
        buffer[size++] = (byte) ascii;
    }

    private void copy(byte[] bytes, int from, int to) {
        int at = from;
        room(to - at);
        while (to - at > BUFFER - size) {
            int part = BUFFER - size;
            System.arraycopy(bytes, at, buffer, size, part);
            at += part;
            size = BUFFER;
            empty();
        }
        System.arraycopy(bytes, at, buffer, size, to - at);
        size += to - at;
    }

    /** Makes room for so many bytes, unless they are more than the buffer. */
    private void room(int bytes) {
        if (BUFFER - size < bytes) {
            empty();
        }
    }

    private void empty() {
        try {
            out.write(buffer, 0, size);
        } catch (IOException e) {
            throw new UncheckedIOException("the JSON could not be written", e);
        }
        size = 0;
    }
}
