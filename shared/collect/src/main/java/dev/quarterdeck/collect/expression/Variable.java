package dev.quarterdeck.collect.expression;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an expression may ask beyond the resource itself, written {@code $account}. */
public enum Variable {
    ACCOUNT,
    REGION,
    PARTITION,
    ID,
    ARN,
    /** The resource for which this one was listed. */
    PARENT;

    static Optional<Variable> named(String name) {
        return Stream.of(values())
                .filter(variable -> variable.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return "$" + name().toLowerCase(Locale.ROOT);
    }
}
