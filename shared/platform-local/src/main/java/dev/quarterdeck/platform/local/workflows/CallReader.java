package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a function's call, {@code States.Format('{} of {}', $.name, 3)}. */
final class CallReader {
    private static final Pattern FUNCTION = Pattern.compile("States\\.([A-Za-z0-9]+)\\(");
    private static final Pattern TEXT = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final Pattern PATH = Pattern.compile("\\$(?:[^,()'\\s\\[]|\\['[^']*']|\\[[^'\\]]*])*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern WORD = Pattern.compile("true|false|null");

    private final String text;
    private final Matcher matcher;
    private int at;

    CallReader(String text) {
        this.text = text;
        this.matcher = Pattern.compile("").matcher(text);
    }

    Expression read() {
        if (!next(FUNCTION)) {
            throw wrong("a path or a function");
        }
        Expression call = call();
        if (at < text.length()) {
            throw wrong("nothing more");
        }
        return call;
    }

    private Expression call() {
        Intrinsic function = Intrinsic.named(matcher.group(1));
        var arguments = new ArrayList<Expression>();
        space();
        if (!take(')')) {
            do {
                arguments.add(argument(function.equals(Intrinsic.FORMAT) && arguments.isEmpty()));
            } while (take(','));
            if (!take(')')) {
                throw wrong("',' or ')'");
            }
        }
        return checked(new Expression.Call(function, List.copyOf(arguments)));
    }

    private Expression checked(Expression.Call call) {
        if (!call.function().takes(call.arguments().size())) {
            throw wrong(
                    "another number of arguments for States." + call.function().title());
        }
        return call;
    }

    /** A template keeps its escapes: it is read once more, for its braces. */
    private Expression argument(boolean template) {
        space();
        Expression argument;
        if (next(FUNCTION)) {
            argument = call();
        } else if (next(TEXT)) {
            String raw = matcher.group(1);
            argument = new Expression.Constant(
                    Json.of(template ? raw : ESCAPE.matcher(raw).replaceAll("$1")));
        } else if (next(PATH)) {
            argument = Path.of(matcher.group());
        } else if (next(NUMBER)) {
            argument = new Expression.Constant(new Json.Num(new BigDecimal(matcher.group())));
        } else if (next(WORD)) {
            argument = new Expression.Constant(Json.parse(matcher.group()));
        } else {
            throw wrong("an argument");
        }
        space();
        return argument;
    }

    private boolean next(Pattern pattern) {
        boolean found = matcher.usePattern(pattern).region(at, text.length()).lookingAt();
        if (found) {
            at = matcher.end();
        }
        return found;
    }

    private boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void space() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException("expected %s at character %d: '%s'".formatted(wanted, at + 1, text));
    }
}
