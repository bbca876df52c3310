package dev.quarterdeck.kernel;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** RFC 4648 base32, lower case and without padding. */
public final class Base32 {
    private static final byte[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".getBytes(StandardCharsets.US_ASCII);

    private Base32() {}

    /** The first {@code length} bytes as text. */
    public static String encode(byte[] bytes, int length) {
        var text = new byte[(length * 8 + 4) / 5];
        int at = 0;
        int bits = 0;
        int buffer = 0;
        for (int i = 0; i < length; i++) {
            buffer = ((buffer << 8) | (bytes[i] & 0xff)) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text[at++] = ALPHABET[(buffer >> bits) & 31];
            }
        }
        if (bits > 0) {
            text[at] = ALPHABET[(buffer << (5 - bits)) & 31];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** So many random bytes as text. */
    public static String random(RandomGenerator random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return encode(bytes, length);
    }

    /** The first {@code length} bytes that the text stands for. */
    public static byte[] decode(String text, int length) {
        var bytes = new byte[length];
        int bits = 0;
        int buffer = 0;
        int at = 0;
        for (int i = 0; i < text.length() && at < length; i++) {
            int value = value(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not base32: '%s'".formatted(text));
            }
            buffer = ((buffer << 5) | value) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }

    private static int value(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
    }
}
