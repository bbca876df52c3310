package dev.quarterdeck.kernel.table;

import java.util.Comparator;

/** Text as the table sees it: its length and its order are those of its UTF-8 bytes. */
public final class Utf8 {
    /** The order of keys. UTF-8 keeps that of code points; that of UTF-16, which String has, differs beyond U+FFFF. */
    public static final Comparator<String> ORDER = Utf8::compare;

    private Utf8() {}

    /** How many bytes the text has. Throws where it holds half a character: no engine can store it. */
    public static int length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length += c < 0x800 || isHalf(c, text, i) ? 1 : 2;
            }
        }
        return length;
    }

    private static boolean isHalf(char c, String text, int at) {
        if (!Character.isSurrogate(c)) {
            return false;
        }
        int other = Character.isHighSurrogate(c) ? at + 1 : at - 1;
        boolean whole = other >= 0
                && other < text.length()
                && Character.isSurrogate(text.charAt(other))
                && Character.isHighSurrogate(text.charAt(other)) != Character.isHighSurrogate(c);
        if (!whole) {
            throw new IllegalArgumentException("half a character at " + at);
        }
        return true;
    }

    private static int compare(String one, String other) {
        int most = Math.min(one.length(), other.length());
        for (int i = 0; i < most; i++) {
            char c = one.charAt(i);
            char d = other.charAt(i);
            if (c != d) {
                boolean beyond = Character.isSurrogate(c) != Character.isSurrogate(d);
                return beyond ? Boolean.compare(Character.isSurrogate(c), Character.isSurrogate(d)) : c - d;
            }
        }
        return one.length() - other.length();
    }
}
