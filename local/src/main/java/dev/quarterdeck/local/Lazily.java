package dev.quarterdeck.local;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first asked for, once. */
final class Lazily<T> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T value;

    private Lazily(Supplier<T> source) {
        this.source = source;
    }

    static <T> Supplier<T> once(Supplier<T> source) {
        return new Lazily<>(source);
    }

    @Override
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = source.get();
            value = made;
        }
        return made;
    }
}
