package dev.quarterdeck.kernel;

/** Text that is not JSON as we take it. The message never repeats the text, which may hold a secret. */
public final class MalformedJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int at;

    MalformedJsonException(int at, String wanted) {
        super("character %d: expected %s".formatted(at + 1, wanted), null, false, false);
        this.at = at;
    }

    /** Index of the character at which reading ended. */
    public int at() {
        return at;
    }
}
