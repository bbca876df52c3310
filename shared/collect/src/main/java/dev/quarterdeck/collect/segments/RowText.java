package dev.quarterdeck.collect.segments;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import java.nio.charset.StandardCharsets;

/** A row as it lies in its block: whoever only carries it on need not read it. */
public final class RowText {
    private final byte[] block;
    private final int from;
    private final int length;

    RowText(byte[] block, int from, int length) {
        this.block = block;
        this.from = from;
        this.length = length;
    }

    /** For a segment of its own, or whatever else keeps it longer than the block. */
    public JsonBytes bytes() {
        return JsonBytes.of(block, from, length);
    }

    public Json.Obj json() {
        if (Json.parse(new String(block, from, length, StandardCharsets.UTF_8)) instanceof Json.Obj row) {
            return row;
        }
        throw new IllegalStateException("a row is a JSON object");
    }
}
