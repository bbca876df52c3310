package dev.quarterdeck.wire.protocol;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of a shape before any value is read. Made when first asked for: shapes contain themselves. */
final class Late<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Late(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Racing threads make equal ones. */
    T get() {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
