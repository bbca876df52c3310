package dev.quarterdeck.local.access;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.JsonSink;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Keeps a small answer as a value. */
final class JsonTree implements JsonSink {
    private sealed interface Open {
        void add(Json value);
    }

    private static final class OpenObject implements Open {
        private final SequencedMap<String, Json> members = new LinkedHashMap<>();
        private String name = "";

        @Override
        public void add(Json value) {
            members.put(name, value);
        }
    }

    private record OpenArray(ArrayList<Json> items) implements Open {
        @Override
        public void add(Json value) {
            items.add(value);
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private Json root = Json.Null.VALUE;

    /** The answer, if it was an object; else an empty one. */
    Json.Obj object() {
        return root instanceof Json.Obj object ? object : Json.Obj.EMPTY;
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
            value(new Json.Obj(object.members));
        }
    }

    @Override
    public void beginArray() {
        open.push(new OpenArray(new ArrayList<>()));
    }

    @Override
    public void endArray() {
        if (open.pop() instanceof OpenArray(var items)) {
            value(new Json.Arr(items));
        }
    }

    @Override
    public void string(String value) {
        value(Json.of(value));
    }

    @Override
    public void number(String literal) {
        value(new Json.Num(new BigDecimal(literal)));
    }

    @Override
    public void bool(boolean value) {
        value(Json.of(value));
    }

    @Override
    public void nothing() {
        value(Json.Null.VALUE);
    }

    private void value(Json value) {
        Open parent = open.peek();
        if (parent == null) {
            root = value;
        } else {
            parent.add(value);
        }
    }
}
