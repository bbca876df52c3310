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
    private final Deque<Open> outer = new ArrayDeque<>();
    private Open open = new Open();
    private Json value = Json.Null.VALUE;

    /** Where values go: an object or list that is not closed yet, or, outside of all, the builder itself. */
    private class Open {
        void name(String name) {}

        void add(Json json) {
            value = json;
        }

        Json whole() {
            return value;
        }
    }

    private final class OpenObject extends Open {
        private final SequencedMap<String, Json> members = new LinkedHashMap<>();
        private String next = "";

        @Override
        void name(String name) {
            next = name;
        }

        @Override
        void add(Json json) {
            members.put(next, json);
        }

        @Override
        Json whole() {
            return new Json.Obj(members);
        }
    }

    private final class OpenArray extends Open {
        private final List<Json> items = new ArrayList<>();

        @Override
        void add(Json json) {
            items.add(json);
        }

        @Override
        Json whole() {
            return new Json.Arr(items);
        }
    }

    /** The whole value, once its last event has come. */
    public Json value() {
        return value;
    }

    /** The value if it is an object, else an empty one. */
    public Json.Obj object() {
        return value instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }

    private void begin(Open inner) {
        outer.push(open);
        open = inner;
    }

    private void end() {
        Json whole = open.whole();
        open = outer.pop();
        open.add(whole);
    }

    @Override
    public void beginObject() {
        begin(new OpenObject());
    }

    @Override
    public void name(String name) {
        open.name(name);
    }

    @Override
    public void endObject() {
        end();
    }

    @Override
    public void beginArray() {
        begin(new OpenArray());
    }

    @Override
    public void endArray() {
        end();
    }

    @Override
    public void string(String text) {
        open.add(Json.of(text));
    }

    @Override
    public void number(String literal) {
        open.add(new Json.Num(new BigDecimal(literal)));
    }

    @Override
    public void bool(boolean bool) {
        open.add(Json.of(bool));
    }

    @Override
    public void nothing() {
        open.add(Json.Null.VALUE);
    }
}
