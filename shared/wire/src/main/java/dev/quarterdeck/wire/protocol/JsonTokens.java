package dev.quarterdeck.wire.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;
import java.util.Map;

/** Jackson's tokens as JSON events, without a model. */
final class JsonTokens {
    private static final int LONGEST_TEXT = 64 * 1024 * 1024;

    /** Reads what Python's json reads: also NaN and Infinity as bare words. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private static final Map<String, String> NOT_FINITE = Map.of(
            "NaN", "NaN", "Infinity", "Infinity", "INF", "Infinity", "-Infinity", "-Infinity", "-INF", "-Infinity");

    private JsonTokens() {}

    /** Copies the value that begins at the current token; nothing if there is none. */
    static void copy(JsonParser in, JsonSink out) throws IOException {
        JsonToken token = in.currentToken();
        if (token == null) {
            return;
        }
        switch (token) {
            case START_OBJECT -> {
                out.beginObject();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    out.name(in.currentName());
                    in.nextToken();
                    copy(in, out);
                }
                out.endObject();
            }
            case START_ARRAY -> {
                out.beginArray();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    copy(in, out);
                }
                out.endArray();
            }
            default -> scalar(in, token, out);
        }
    }

    private static void scalar(JsonParser in, JsonToken token, JsonSink out) throws IOException {
        switch (token) {
            case VALUE_STRING -> out.string(in.getText());
            case VALUE_NUMBER_INT -> out.number(in.getText());
            case VALUE_NUMBER_FLOAT -> {
                String literal = in.getText();
                String word = NOT_FINITE.get(literal);
                if (word == null) {
                    out.number(literal);
                } else {
                    out.string(word);
                }
            }
            case VALUE_TRUE -> out.bool(true);
            case VALUE_FALSE -> out.bool(false);
            default -> out.nothing();
        }
    }
}
