package dev.quarterdeck.collect.expression;

/** A text that is no expression; {@code at} is the character where it stops being one. */
public final class ExpressionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final int at;

    ExpressionException(String message, String text, int at) {
        super("%s at character %d of '%s'".formatted(message, at + 1, text));
        this.at = at;
    }

    public int at() {
        return at;
    }
}
