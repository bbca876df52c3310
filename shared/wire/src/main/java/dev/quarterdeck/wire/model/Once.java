package dev.quarterdeck.wire.model;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when first asked for, once. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable T value;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T made = value;
        return made == null ? make() : made;
    }

    private T make() {
        making.lock();
        try {
            T made = value;
            if (made == null) {
                made = maker.get();
                value = made;
            }
            return made;
        } finally {
            making.unlock();
        }
    }
}
