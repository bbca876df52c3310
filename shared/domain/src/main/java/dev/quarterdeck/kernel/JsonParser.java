package dev.quarterdeck.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Reads JSON text as RFC 8259 has it and no wider: members named twice, lone surrogates, nesting beyond
 * {@value #DEEPEST} and numbers of more than {@value #LONGEST_NUMBER} characters are refused.
 */
final class JsonParser {
    static final int DEEPEST = 64;
    static final int LONGEST_NUMBER = 64;
    private static final int LARGEST_EXPONENT = 400;

    private static final int MEMBERS = 16;

    private final String text;
    private int at;
    private int depth;

    /** Whether characters that are halves of others, rightly or not, have been passed. */
    private boolean halves;

    /** The members of objects that are not closed yet, and where in the text they begin. */
    private String[] names = new String[MEMBERS];

    private Json[] values = new Json[MEMBERS];
    private int[] starts = new int[MEMBERS];
    private int open;

    JsonParser(String text) {
        this.text = text;
    }

    Json document() {
        Json value = value();
        space();
        if (at < text.length()) {
            throw wrong("nothing more");
        }
        return value;
    }

    private Json value() {
        space();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Str(string());
            case 't' -> word("true", Json.Bool.TRUE);
            case 'f' -> word("false", Json.Bool.FALSE);
            case 'n' -> word("null", Json.Null.VALUE);
            default -> number();
        };
    }

    private Json object() {
        int from = open;
        enter();
        if (!closes('}')) {
            do {
                space();
                member();
            } while (goesOn('}'));
        }
        depth--;
        Json.Obj object = Json.Obj.of(names, values, from, open);
        if (object.members().size() < open - from) {
            at = starts[repeated(from)];
            throw wrong("each member once");
        }
        open = from;
        return object;
    }

    private void member() {
        int start = at;
        if (peek() != '"') {
            throw wrong("a member's name");
        }
        String name = string();
        space();
        take(':');
        Json value = value();
        if (open == names.length) {
            names = Arrays.copyOf(names, 2 * open);
            values = Arrays.copyOf(values, 2 * open);
            starts = Arrays.copyOf(starts, 2 * open);
        }
        names[open] = name;
        values[open] = value;
        starts[open++] = start;
    }

    /** The first member from there on whose name an earlier one has. */
    private int repeated(int from) {
        var seen = new HashSet<String>();
        int member = from;
        while (seen.add(names[member])) {
            member++;
        }
        return member;
    }

    private Json array() {
        List<Json> items = new ArrayList<>();
        enter();
        if (!closes(']')) {
            do {
                items.add(value());
            } while (goesOn(']'));
        }
        depth--;
        return new Json.Arr(items);
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw wrong("no more than " + DEEPEST + " levels");
        }
        at++;
    }

    private boolean closes(char end) {
        space();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private boolean goesOn(char end) {
        if (closes(end)) {
            return false;
        }
        take(',');
        return true;
    }

    private String string() {
        at++;
        int end = plainEnd();
        if (peekAt(end) == '"') {
            String plain = text.substring(at, end);
            at = end + 1;
            return whole(plain);
        }
        var out = new StringBuilder();
        while (true) {
            end = plainEnd();
            out.append(text, at, end);
            at = end;
            if (peek() == '"') {
                at++;
                return whole(out.toString());
            }
            out.append(escaped());
        }
    }

    /** Where the run of characters that stand for themselves ends. */
    private int plainEnd() {
        int length = text.length();
        int end = at;
        while (end < length) {
            char c = text.charAt(end);
            if (c < ' ' || c == '"' || c == '\\') {
                return end;
            }
            halves |= c >= Character.MIN_SURROGATE;
            end++;
        }
        return end;
    }

    private char escaped() {
        take('\\');
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> hex();
            default -> {
                at--;
                throw wrong("an escape");
            }
        };
    }

    private char hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw wrong("four hexadecimal digits");
            }
            value = value << 4 | digit;
            at++;
        }
        halves |= value >= Character.MIN_SURROGATE;
        return (char) value;
    }

    private String whole(String some) {
        if (!halves) {
            return some;
        }
        for (int i = 0; i < some.length(); i++) {
            char c = some.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < some.length() && Character.isLowSurrogate(some.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw wrong("text without lone surrogates");
            }
        }
        return some;
    }

    private Json number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        boolean leadingZero = peek() == '0';
        int digits = digits();
        if (leadingZero && digits > 1) {
            at = start;
            throw wrong("a number without leading zeros");
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return new Json.Num(decimal(start));
    }

    private BigDecimal decimal(int start) {
        if (at - start <= LONGEST_NUMBER) {
            try {
                var value = new BigDecimal(text.substring(start, at));
                if (Math.abs((long) value.precision() - value.scale()) <= LARGEST_EXPONENT) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // an exponent beyond what an int holds: refused below, as others that are too large
            }
        }
        at = start;
        throw wrong("a number of a sane size");
    }

    private int digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong(start < text.length() ? "a value" : "more text");
        }
        return at - start;
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void take(char c) {
        if (peek() != c) {
            throw wrong("'" + c + "'");
        }
        at++;
    }

    private char peek() {
        return peekAt(at);
    }

    /** The character there, or one that no rule wants after the end. */
    private char peekAt(int place) {
        return place < text.length() ? text.charAt(place) : '\uffff';
    }

    private MalformedJsonException wrong(String wanted) {
        return new MalformedJsonException(at, wanted);
    }
}
