package dev.quarterdeck.accounts;

/** A refused text as it can be shown: short, in one line, what nobody sees made visible. */
final class Visible {
    private static final int MOST = 80;

    private Visible() {}

    static String text(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(MOST).forEach(c -> {
            if (c < 0x20 || c > 0x7e) {
                shown.append("\\u{%x}".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > MOST ? shown.append('…').toString() : shown.toString();
    }
}
