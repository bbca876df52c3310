package dev.quarterdeck.inventory.rows;

import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A row in the making: columns in their order, those without a value as null. */
public interface Row {
    Row json(String column, Json value);

    Row text(String column, Object value);

    default Row text(String column, Optional<?> value) {
        return value.isPresent() ? text(column, value.get()) : json(column, Json.Null.VALUE);
    }

    default Row number(String column, long value) {
        return json(column, Json.of(value));
    }

    default Row flag(String column, boolean value) {
        return json(column, Json.of(value));
    }

    default Row map(String column, Map<String, ?> values) {
        if (values.isEmpty()) {
            return json(column, Json.Obj.EMPTY);
        }
        var members = new LinkedHashMap<String, Json>();
        values.forEach((name, value) -> members.put(name, Json.of(value.toString())));
        return json(column, new Json.Obj(members));
    }

    default Row time(String column, Instant value) {
        return text(column, value);
    }
}
