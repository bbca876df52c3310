package dev.quarterdeck.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** JSON text as UTF-8 in memory, written piece by piece and used again: what is hashed or stored needs no string first. */
public final class JsonBytes {
    private static final String HEX = "0123456789abcdef";
    /** One UTF-16 code unit takes no more than an escape does. */
    private static final int LONGEST = 6;

    private byte[] bytes;
    private int size;

    public JsonBytes(int expected) {
        bytes = new byte[expected];
    }

    /** Of text that is there already. */
    public static JsonBytes of(byte[] text, int from, int length) {
        var made = new JsonBytes(length);
        System.arraycopy(text, from, made.bytes, 0, length);
        made.size = length;
        return made;
    }

    public int size() {
        return size;
    }

    public JsonBytes clear() {
        size = 0;
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    public void update(MessageDigest digest) {
        update(digest, 0, size);
    }

    /** With what lies between two places. */
    public void update(MessageDigest digest, int from, int to) {
        digest.update(bytes, from, to - from);
    }

    /** The value's text: members in their order. */
    public JsonBytes json(Json value) {
        new JsonWriter(this, false).value(value);
        return this;
    }

    /** The value's canonical text. */
    public JsonBytes canonical(Json value) {
        new JsonWriter(this, true).value(value);
        return this;
    }

    /** A sign of JSON's or white space, as it is. */
    public JsonBytes sign(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    /** ASCII, as it is. */
    JsonBytes plain(String ascii) {
        int length = ascii.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) ascii.charAt(i);
        }
        size += length;
        return this;
    }

    public void add(JsonBytes more) {
        copy(more.bytes, more.size);
    }

    void copy(byte[] encoded, int length) {
        room(length);
        System.arraycopy(encoded, 0, bytes, size, length);
        size += length;
    }

    /** A text in quotes. */
    public JsonBytes string(String text) {
        int length = text.length();
        room(length + 2);
        byte[] to = bytes;
        int at = size;
        to[at++] = '"';
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                break;
            }
            to[at++] = (byte) c;
            i++;
        }
        size = at;
        if (i < length) {
            difficult(text, i);
        }
        return sign('"');
    }

    /** From the first sign on that is not written as it is. */
    private void difficult(String text, int from) {
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            room(LONGEST);
            if (c < 0x80) {
                ascii((char) c);
            } else {
                beyondAscii(c);
            }
            i += Character.charCount(c);
        }
    }

    private void ascii(char c) {
        switch (c) {
            case '"', '\\' -> escape(c);
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            case '\b' -> escape('b');
            case '\f' -> escape('f');
            default -> {
                if (c >= ' ') {
                    bytes[size++] = (byte) c;
                } else {
                    plain("\\u00").sign(HEX.charAt(c >> 4)).sign(HEX.charAt(c & 15));
                }
            }
        }
    }

    private void escape(char c) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) c;
    }

    /** A surrogate alone is no character, and becomes what Java's own encoder makes of it. */
    private void beyondAscii(int c) {
        if (c < 0x800) {
            bytes[size++] = (byte) (0xc0 | (c >> 6));
        } else if (c >= Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            bytes[size++] = (byte) (0xf0 | (c >> 18));
            bytes[size++] = (byte) (0x80 | ((c >> 12) & 0x3f));
            bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            bytes[size++] = '?';
            return;
        } else {
            bytes[size++] = (byte) (0xe0 | (c >> 12));
            bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        }
        bytes[size++] = (byte) (0x80 | (c & 0x3f));
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
