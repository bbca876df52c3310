package dev.quarterdeck.credentials;

import java.util.function.Function;

/** A value that nobody must see: it shows itself as a mask, and gives itself by one method only, which is easy to find. */
public final class Secret<T> {
    private static final String MASK = "••••••";

    private final T value;

    private Secret(T value) {
        this.value = value;
    }

    public static <T> Secret<T> of(T value) {
        return new Secret<>(value);
    }

    /** The value itself. Who calls this answers for where it goes. */
    public T reveal() {
        return value;
    }

    /** A secret made of this one. */
    public <R> Secret<R> map(Function<T, R> use) {
        return new Secret<>(use.apply(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret<?> secret && value.equals(secret.value);
    }

    /** The same for all: a hash would be a way to guess. */
    @Override
    public int hashCode() {
        return MASK.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
