package dev.quarterdeck.inventory.rows;

import dev.quarterdeck.kernel.IsoTime;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import java.time.Instant;

/** A row as one JSON object in bytes, written column by column without being an object first. */
public final class JsonLine implements Row {
    private final JsonBytes out;
    private char before = '{';

    private JsonLine(JsonBytes out) {
        this.out = out;
    }

    public static void write(Columns row, JsonBytes to) {
        var line = new JsonLine(to);
        row.into(line);
        line.end();
    }

    private JsonBytes column(String name) {
        out.sign(before).string(name).sign(':');
        before = ',';
        return out;
    }

    @Override
    public JsonLine json(String column, Json value) {
        column(column).json(value);
        return this;
    }

    @Override
    public JsonLine text(String column, Object value) {
        column(column).string(value instanceof Instant time ? IsoTime.text(time) : value.toString());
        return this;
    }

    private void end() {
        if (before == '{') {
            out.sign('{');
        }
        out.sign('}');
    }
}
