package dev.quarterdeck.wire.protocol;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.Structure;
import java.io.IOException;
import java.io.InputStream;

/** Answers in JSON: the body is the output. */
final class JsonResponses implements ResponseFormat {
    private final JsonPlans plans;

    JsonResponses(JsonPlans plans) {
        this.plans = plans;
    }

    @Override
    public Decoded read(Operation operation, WireResponse response, JsonSink out) throws IOException {
        if (operation.output().isEmpty()) {
            return ResponseFormat.empty(out);
        }
        Structure structure = (Structure) operation.output().get().shape();
        out.beginObject();
        long dropped = members(structure, response.body(), out);
        out.endObject();
        return new Decoded.Whole(dropped);
    }

    /** The members of a body into an object that is open already; how many the model lacks. An empty body has none. */
    long members(Structure structure, InputStream body, JsonSink out) throws IOException {
        JsonStructure prepared = plans.structure(structure);
        return parse(body, (in, reading) -> {
            if (in.currentToken() == JsonToken.START_OBJECT) {
                prepared.members(in, reading, out);
            } else if (in.currentToken() != null && in.currentToken() != JsonToken.VALUE_NULL) {
                throw new MalformedResponseException("the JSON is no object: it begins with " + in.currentToken());
            }
        });
    }

    /** A member that alone is the body. */
    long payload(Structure parent, Member payload, InputStream body, JsonSink out) throws IOException {
        JsonValue prepared = plans.value(parent, payload);
        return parse(body, (in, reading) -> {
            if (in.currentToken() == null) {
                ResponseFormat.empty(out);
            } else {
                prepared.read(in, reading, out);
            }
        });
    }

    /** Reads one value, at whose first token the parser stands. */
    private interface Body {
        void read(JsonParser in, JsonReading reading) throws IOException;
    }

    private static long parse(InputStream body, Body reader) throws IOException {
        JsonReading reading = new JsonReading();
        try (JsonParser in = JsonTokens.FACTORY.createParser(body)) {
            in.nextToken();
            reader.read(in, reading);
            if (in.nextToken() != null) {
                throw new MalformedResponseException("the JSON goes on after its end");
            }
        } catch (JsonProcessingException e) {
            // Jackson quotes what it could not read, and that may be a secret: neither its words nor itself go further.
            JsonLocation at = e.getLocation();
            throw new MalformedResponseException(
                    "the JSON is malformed in line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
        }
        return reading.dropped();
    }
}
