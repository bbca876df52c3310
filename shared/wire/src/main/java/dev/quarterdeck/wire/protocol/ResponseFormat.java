package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.model.Operation;
import java.io.IOException;

/** How a protocol's good answers are read. */
interface ResponseFormat {
    Decoded read(Operation operation, WireResponse response, JsonSink out) throws IOException;

    /** The answer of an operation that has no output. */
    static Decoded empty(JsonSink out) {
        out.beginObject();
        out.endObject();
        return new Decoded.Whole(0);
    }
}
