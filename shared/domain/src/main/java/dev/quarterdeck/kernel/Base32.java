package dev.quarterdeck.kernel;

/** RFC 4648 base32, lower case and without padding. */
public final class Base32 {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {}

    /** The first {@code length} bytes as text. */
    public static String encode(byte[] bytes, int length) {
        var text = new StringBuilder((length * 8 + 4) / 5);
        int bits = 0;
        int buffer = 0;
        for (int i = 0; i < length; i++) {
            buffer = ((buffer << 8) | (bytes[i] & 0xff)) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((buffer >> bits) & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31)).toString();
    }

    /** The first {@code length} bytes that the text stands for. */
    public static byte[] decode(String text, int length) {
        var bytes = new byte[length];
        int bits = 0;
        int buffer = 0;
        int at = 0;
        for (int i = 0; i < text.length() && at < length; i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
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
}
