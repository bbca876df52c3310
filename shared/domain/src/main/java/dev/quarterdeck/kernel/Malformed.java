package dev.quarterdeck.kernel;

/** A JSON value is not what it should be; {@code at} is the JSON pointer of the place. */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String at;
    private final String why;

    public Malformed(String at, String why) {
        super("%s %s".formatted(at, why));
        this.at = at;
        this.why = why;
    }

    /** The same fault, of a value that stands inside another. */
    public Malformed within(String place) {
        return new Malformed(place + at, why);
    }

    public Failure failure() {
        return Failure.invalid(at, why);
    }
}
