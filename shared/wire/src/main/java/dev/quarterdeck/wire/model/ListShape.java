package dev.quarterdeck.wire.model;

import java.util.Optional;
import java.util.function.Supplier;

/** A list; {@code least} is how many elements it must have, {@code most} how many it may have. */
public final class ListShape implements Shape {
    private final String name;
    private final Optional<Double> least;
    private final Optional<Double> most;
    private final Supplier<Member> element;

    ListShape(String name, Optional<Double> least, Optional<Double> most, Supplier<Member> element) {
        this.name = name;
        this.least = least;
        this.most = most;
        this.element = new Once<>(element);
    }

    @Override
    public String name() {
        return name;
    }

    public Optional<Double> least() {
        return least;
    }

    public Optional<Double> most() {
        return most;
    }

    public Member element() {
        return element.get();
    }
}
