package dev.quarterdeck.testkit.seed;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.JsonSink;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Gathers an answer into one value. */
final class ReplySink implements JsonSink {
    private sealed interface Open {
        record InObject(SequencedMap<String, Json> members) implements Open {}

        record InArray(List<Json> items) implements Open {}
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();
    private Json value = Json.Obj.EMPTY;

    Reply reply() {
        return new Reply(value);
    }

    @Override
    public void beginObject() {
        open.push(new Open.InObject(new LinkedHashMap<>()));
    }

    @Override
    public void name(String name) {
        names.push(name);
    }

    @Override
    public void endObject() {
        end();
    }

    @Override
    public void beginArray() {
        open.push(new Open.InArray(new ArrayList<>()));
    }

    @Override
    public void endArray() {
        end();
    }

    @Override
    public void string(String text) {
        take(Json.of(text));
    }

    @Override
    public void number(String literal) {
        take(new Json.Num(new BigDecimal(literal)));
    }

    @Override
    public void bool(boolean truth) {
        take(Json.of(truth));
    }

    @Override
    public void nothing() {
        take(Json.Null.VALUE);
    }

    private void end() {
        take(
                switch (open.pop()) {
                    case Open.InObject(var members) -> new Json.Obj(members);
                    case Open.InArray(var items) -> new Json.Arr(items);
                });
    }

    private void take(Json json) {
        switch (open.peek()) {
            case Open.InObject(var members) -> members.put(names.pop(), json);
            case Open.InArray(var items) -> items.add(json);
            case null -> value = json;
        }
    }
}
