package dev.quarterdeck.collect.json;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.JsonSink;
import java.math.BigDecimal;
import java.util.Arrays;

/** Builds JSON values from the wire's events, one after another. */
public final class JsonBuilder implements JsonSink {
    /** Longer numbers may not fit. */
    private static final int LONGEST_WHOLE = 18;

    /** What is in no closed object or list yet, that of the innermost last; one that is open keeps a place for itself. */
    private Json[] values = new Json[32];

    /** The names that the values have in their objects. */
    private String[] names = new String[32];

    private int size;
    private int[] open = new int[8];
    private int depth;

    /** Forgets the value, and is ready for another. */
    public JsonBuilder clear() {
        size = 0;
        depth = 0;
        return this;
    }

    /** The whole value, once its last event has come. */
    public Json value() {
        return size == 0 ? Json.Null.VALUE : values[0];
    }

    /** The value if it is an object, else an empty one. */
    public Json.Obj object() {
        return value() instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }

    private void add(Json value) {
        room();
        values[size++] = value;
    }

    private void room() {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            names = Arrays.copyOf(names, size * 2);
        }
    }

    private void begin() {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = size;
        add(Json.Null.VALUE);
    }

    /** Where the first value of the innermost object or list is, which now is closed. */
    private int end() {
        return open[--depth] + 1;
    }

    private void close(int from, Json whole) {
        size = from;
        values[from - 1] = whole;
    }

    @Override
    public void beginObject() {
        begin();
    }

    @Override
    public void name(String name) {
        room();
        names[size] = name;
    }

    @Override
    public void endObject() {
        int from = end();
        close(from, Json.Obj.of(names, values, from, size));
    }

    @Override
    public void beginArray() {
        begin();
    }

    @Override
    public void endArray() {
        int from = end();
        close(from, new Json.Arr(Arrays.asList(Arrays.copyOfRange(values, from, size))));
    }

    @Override
    public void string(String text) {
        add(Json.of(text));
    }

    @Override
    public void number(String literal) {
        add(new Json.Num(new BigDecimal(literal)));
    }

    @Override
    public void number(byte[] literal, int from, int to) {
        if (to - from > LONGEST_WHOLE) {
            JsonSink.super.number(literal, from, to);
            return;
        }
        long whole = 0;
        for (int i = from; i < to; i++) {
            if (literal[i] < '0' || literal[i] > '9') {
                JsonSink.super.number(literal, from, to);
                return;
            }
            whole = whole * 10 + literal[i] - '0';
        }
        add(Json.of(whole));
    }

    @Override
    public void bool(boolean bool) {
        add(Json.of(bool));
    }

    @Override
    public void nothing() {
        add(Json.Null.VALUE);
    }
}
