package dev.quarterdeck.wire.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;

/** One body being read: counts what the model lacks. */
final class JsonReading {
    private long dropped;

    void drop(JsonParser in) throws IOException {
        dropped++;
        in.skipChildren();
    }

    long dropped() {
        return dropped;
    }

    /** Whether the value begins as the model says; null is given as null, anything else is malformed. */
    boolean opens(JsonParser in, JsonToken expected, JsonSink out) throws MalformedResponseException {
        JsonToken token = in.currentToken();
        if (token == expected) {
            return true;
        }
        if (token == JsonToken.VALUE_NULL) {
            out.nothing();
            return false;
        }
        throw new MalformedResponseException("the JSON has %s where the model has %s".formatted(token, expected));
    }
}
