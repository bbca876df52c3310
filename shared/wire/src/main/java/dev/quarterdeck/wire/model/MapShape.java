package dev.quarterdeck.wire.model;

import java.util.function.Supplier;

/** A map from texts to values. */
public final class MapShape implements Shape {
    private final String name;
    private final Supplier<Member> key;
    private final Supplier<Member> value;

    MapShape(String name, Supplier<Member> key, Supplier<Member> value) {
        this.name = name;
        this.key = new Once<>(key);
        this.value = new Once<>(value);
    }

    @Override
    public String name() {
        return name;
    }

    public Member key() {
        return key.get();
    }

    public Member value() {
        return value.get();
    }
}
