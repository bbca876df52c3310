package dev.quarterdeck.compiler;

import java.util.Comparator;

/** Something wrong in a catalog file, and what to do about it. Prints as {@code iam.yaml:41: …}. */
public record Problem(String file, int line, String message) {
    static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparing(Problem::message);

    @Override
    public String toString() {
        return "%s:%d: %s".formatted(file, line, message);
    }
}
