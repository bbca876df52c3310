package dev.quarterdeck.inventory.rows;

import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** A row as a JSON object. */
public final class JsonRow implements Row {
    private final SequencedMap<String, Json> columns = new LinkedHashMap<>();

    private JsonRow() {}

    public static Json.Obj of(Columns columns) {
        var row = new JsonRow();
        columns.into(row);
        return new Json.Obj(row.columns);
    }

    @Override
    public JsonRow json(String column, Json value) {
        columns.put(column, value);
        return this;
    }

    @Override
    public JsonRow text(String column, Object value) {
        return json(column, Json.of(value.toString()));
    }
}
