package dev.quarterdeck.inventory.filter;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks through the text of a filter: words, quoted texts, signs. */
final class Scanner {
    static final int LONGEST = 10_000;
    static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "at");

    private static final String SEGMENT_SIGNS = "_\\-:/@*+#$%~";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}." + SEGMENT_SIGNS + "]+");
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}" + SEGMENT_SIGNS + "]+");
    private static final Pattern SIGN = Pattern.compile("[=<>!~&|]+");

    private final String text;
    private int at;

    Scanner(String text) {
        if (text.length() > LONGEST) {
            throw new FlawException(
                    LONGEST, "the filter is %d characters long; %d may be".formatted(text.length(), LONGEST));
        }
        this.text = text;
        skip();
    }

    static boolean isWord(String text) {
        return WORD.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    }

    static boolean isSegment(String text) {
        return SEGMENT.matcher(text).matches();
    }

    int at() {
        return at;
    }

    boolean ended() {
        return at == text.length();
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Optional<String> next(Pattern form) {
        Matcher matcher = form.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** The word that comes next, in lower case; empty if something else comes. */
    String peek() {
        return next(WORD).orElse("").toLowerCase(Locale.ROOT);
    }

    /** What comes next, to be named in a sentence. */
    String rest() {
        return ended()
                ? "the end"
                : "'%s'".formatted(next(WORD).or(() -> next(SIGN)).orElseGet(this::character));
    }

    private String character() {
        return text.substring(at, text.offsetByCodePoints(at, 1));
    }

    boolean take(String word) {
        if (!peek().equals(word)) {
            return false;
        }
        at += word.length();
        skip();
        return true;
    }

    boolean take(char sign) {
        if (ended() || text.charAt(at) != sign) {
            return false;
        }
        at++;
        skip();
        return true;
    }

    void expect(char sign) {
        if (!take(sign)) {
            throw new FlawException(at, "'%s' is expected here, not %s".formatted(sign, rest()));
        }
    }

    /** A run of comparison signs. */
    Optional<String> sign() {
        Optional<String> sign = next(SIGN);
        sign.ifPresent(signs -> {
            at += signs.length();
            skip();
        });
        return sign;
    }

    Optional<String> word() {
        Optional<String> word = next(WORD);
        word.ifPresent(letters -> {
            at += letters.length();
            skip();
        });
        return word;
    }

    boolean quoted() {
        return !ended() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    /** The text between quotes; within, a backslash makes quotes and backslashes plain. */
    String quotation() {
        String content = unquote();
        skip();
        return content;
    }

    private String unquote() {
        int start = at;
        char quote = text.charAt(at++);
        var content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            content.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new FlawException(start, "the quote that opens here is not closed");
        }
        at++;
        return content.toString();
    }

    /** One part of a field's name; {@link #dot} says whether another follows. */
    String segment() {
        if (quoted()) {
            return unquote();
        }
        String segment =
                next(SEGMENT).orElseThrow(() -> new FlawException(at, "a name is expected here, not " + rest()));
        at += segment.length();
        return segment;
    }

    boolean dot() {
        if (!ended() && text.charAt(at) == '.') {
            at++;
            return true;
        }
        skip();
        return false;
    }
}
