package dev.quarterdeck.collect.expression;

import dev.quarterdeck.collect.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of an expression into tokens. */
final class Lexer {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
    private static final Map<String, Kind> PAIRS = Map.of(
            "||",
            Kind.OR,
            "&&",
            Kind.AND,
            "[]",
            Kind.FLATTEN,
            "[?",
            Kind.FILTER,
            "==",
            Kind.COMPARE,
            "!=",
            Kind.COMPARE,
            "<=",
            Kind.COMPARE,
            ">=",
            Kind.COMPARE);
    private static final Map<String, Kind> SIGNS = Map.ofEntries(
            Map.entry("|", Kind.PIPE),
            Map.entry("<", Kind.COMPARE),
            Map.entry(">", Kind.COMPARE),
            Map.entry("*", Kind.STAR),
            Map.entry(".", Kind.DOT),
            Map.entry("!", Kind.NOT),
            Map.entry(",", Kind.COMMA),
            Map.entry("@", Kind.CURRENT),
            Map.entry("[", Kind.OPEN_BRACKET),
            Map.entry("]", Kind.CLOSE_BRACKET),
            Map.entry("(", Kind.OPEN_PARENTHESIS),
            Map.entry(")", Kind.CLOSE_PARENTHESIS));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.add(Kind.END, "", 0);
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        switch (c) {
            case ' ', '\t', '\n', '\r' -> at++;
            case '\'' -> quoted(Kind.RAW, c);
            case '"' -> quoted(Kind.QUOTED_NAME, c);
            case '`' -> quoted(Kind.JSON, c);
            case '$' -> variable();
            default -> word(c);
        }
    }

    private void word(char c) {
        String pair = text.substring(at, Math.min(at + 2, text.length()));
        String sign = String.valueOf(c);
        if (PAIRS.containsKey(pair)) {
            add(PAIRS.getOrDefault(pair, Kind.END), pair, 2);
        } else if (SIGNS.containsKey(sign)) {
            add(SIGNS.getOrDefault(sign, Kind.END), sign, 1);
        } else if (!matches(NAME, Kind.NAME) && !matches(NUMBER, Kind.NUMBER)) {
            throw new ExpressionException("unexpected '%c'".formatted(c), text, at);
        }
    }

    private boolean matches(Pattern pattern, Kind kind) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        add(kind, matcher.group(), matcher.group().length());
        return true;
    }

    private void variable() {
        Matcher matcher = NAME.matcher(text).region(at + 1, text.length());
        if (!matcher.lookingAt()) {
            throw new ExpressionException("'$' without a name", text, at);
        }
        add(Kind.VARIABLE, matcher.group(), matcher.group().length() + 1);
    }

    /** The content keeps its escapes, but for those of the quote itself. */
    private void quoted(Kind kind, char quote) {
        var content = new StringBuilder();
        int i = at + 1;
        for (; i < text.length() && text.charAt(i) != quote; i++) {
            boolean escaped = text.charAt(i) == '\\' && i + 1 < text.length();
            if (escaped && (text.charAt(i + 1) == quote || (quote == '\'' && text.charAt(i + 1) == '\\'))) {
                i++;
            } else if (escaped) {
                content.append(text.charAt(i++));
            }
            content.append(text.charAt(i));
        }
        if (i >= text.length()) {
            throw new ExpressionException("%c is not closed".formatted(quote), text, at);
        }
        add(kind, content.toString(), i + 1 - at);
    }

    private void add(Kind kind, String content, int length) {
        tokens.add(new Token(kind, content, at));
        at += length;
    }
}
