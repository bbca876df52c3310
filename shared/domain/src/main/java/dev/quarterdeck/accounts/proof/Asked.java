package dev.quarterdeck.accounts.proof;

import java.util.function.Function;

/** What came of asking AWS for something: it, or why not. */
public sealed interface Asked<T> {
    record Got<T>(T value) implements Asked<T> {}

    record Not<T>(Trouble trouble) implements Asked<T> {}

    default <R> Asked<R> map(Function<T, R> use) {
        return switch (this) {
            case Got<T>(var value) -> new Got<>(use.apply(value));
            case Not<T>(var trouble) -> new Not<>(trouble);
        };
    }
}
