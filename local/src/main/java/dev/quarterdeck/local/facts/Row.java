package dev.quarterdeck.local.facts;

import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A row of a file in the making: columns in their order, those without a value as null. */
public final class Row {
    private final SequencedMap<String, Json> columns = new LinkedHashMap<>();

    public Row text(String column, Object value) {
        return json(column, Json.of(value.toString()));
    }

    public Row text(String column, Optional<?> value) {
        return json(
                column, value.<Json>map(present -> Json.of(present.toString())).orElse(Json.Null.VALUE));
    }

    public Row number(String column, long value) {
        return json(column, Json.of(value));
    }

    public Row flag(String column, boolean value) {
        return json(column, Json.of(value));
    }

    public Row map(String column, Map<String, ?> values) {
        var members = new LinkedHashMap<String, Json>();
        values.forEach((name, value) -> members.put(name, Json.of(value.toString())));
        return json(column, new Json.Obj(members));
    }

    public Row json(String column, Json value) {
        columns.put(column, value);
        return this;
    }

    public Row time(String column, Instant value) {
        return text(column, value);
    }

    public Json.Obj done() {
        return new Json.Obj(columns);
    }
}
