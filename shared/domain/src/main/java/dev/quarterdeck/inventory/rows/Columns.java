package dev.quarterdeck.inventory.rows;

import dev.quarterdeck.kernel.Json;

/** What a row consists of, told to whoever writes or keeps it. */
public interface Columns {
    void into(Row row);

    default Json.Obj json() {
        return JsonRow.of(this);
    }
}
