package dev.quarterdeck.collect.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON text into domain JSON. */
public final class JsonReader {
    private static final JsonFactory JACKSON = new JsonFactory();

    private JsonReader() {}

    /** The value that the text spells, or nothing if it is not exactly one JSON value. */
    public static Optional<Json> read(String text) {
        try (JsonParser parser = JACKSON.createParser(text)) {
            return only(parser);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    /** The one value that a stream holds. */
    public static Json read(InputStream in) throws IOException {
        try (JsonParser parser = JACKSON.createParser(in)) {
            return only(parser).orElseThrow(() -> new IOException("not exactly one JSON value"));
        }
    }

    private static Optional<Json> only(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            return Optional.empty();
        }
        Json value = value(parser);
        return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
    }

    private static Json value(JsonParser parser) throws IOException {
        @Nullable JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> Json.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getDecimalValue());
            case VALUE_TRUE -> Json.Bool.TRUE;
            case VALUE_FALSE -> Json.Bool.FALSE;
            case VALUE_NULL -> Json.Null.VALUE;
            case null, default -> throw new IOException("unexpected JSON token: '%s'".formatted(token));
        };
    }

    private static Json object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new Json.Obj(members);
    }

    private static Json array(JsonParser parser) throws IOException {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Arr(items);
    }
}
