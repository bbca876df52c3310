package dev.quarterdeck.collect.json;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.JsonSink;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Builds a JSON value from the wire's events. */
public final class JsonBuilder implements JsonSink {
    private final Deque<Open> open = new ArrayDeque<>();
    private Json value = Json.Null.VALUE;

    /** An object or list that is not closed yet. */
    private sealed interface Open {}

    private static final class OpenObject implements Open {
        final SequencedMap<String, Json> members = new LinkedHashMap<>();
        String name = "";
    }

    private record OpenArray(List<Json> items) implements Open {}

    /** The whole value, once its last event has come. */
    public Json value() {
        return value;
    }

    @Override
    public void beginObject() {
        open.push(new OpenObject());
    }

    @Override
    public void name(String name) {
        if (open.peek() instanceof OpenObject object) {
            object.name = name;
        }
    }

    @Override
    public void endObject() {
        if (open.pop() instanceof OpenObject object) {
            add(new Json.Obj(object.members));
        }
    }

    @Override
    public void beginArray() {
        open.push(new OpenArray(new ArrayList<>()));
    }

    @Override
    public void endArray() {
        if (open.pop() instanceof OpenArray(var items)) {
            add(new Json.Arr(items));
        }
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
    public void bool(boolean bool) {
        add(Json.of(bool));
    }

    @Override
    public void nothing() {
        add(Json.Null.VALUE);
    }

    private void add(Json json) {
        switch (open.peek()) {
            case OpenObject object -> object.members.put(object.name, json);
            case OpenArray(var items) -> items.add(json);
            case null -> value = json;
        }
    }
}
