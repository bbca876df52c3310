package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one JSON value into maps, lists, texts, big decimals, booleans and null: for small answers. */
public final class JavaValues implements JsonSink {
    private final Deque<Object> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();
    private @Nullable Object value;

    /** The value, once it is whole. */
    public @Nullable Object value() {
        return value;
    }

    @Override
    public void beginObject() {
        open.push(new LinkedHashMap<String, @Nullable Object>());
    }

    @Override
    public void name(String name) {
        names.push(name);
    }

    @Override
    public void endObject() {
        add(open.pop());
    }

    @Override
    public void beginArray() {
        open.push(new ArrayList<@Nullable Object>());
    }

    @Override
    public void endArray() {
        add(open.pop());
    }

    @Override
    public void string(String text) {
        add(text);
    }

    @Override
    public void number(String literal) {
        add(new BigDecimal(literal));
    }

    @Override
    public void bool(boolean bool) {
        add(bool);
    }

    @Override
    public void nothing() {
        add(null);
    }

    @SuppressWarnings("unchecked") // open holds only the two kinds that begin… pushed
    private void add(@Nullable Object made) {
        switch (open.peek()) {
            case null -> value = made;
            case Map<?, ?> map -> ((Map<String, @Nullable Object>) map).put(names.pop(), made);
            case List<?> list -> ((List<@Nullable Object>) list).add(made);
            default -> throw new IllegalStateException("neither object nor array is open");
        }
    }
}
