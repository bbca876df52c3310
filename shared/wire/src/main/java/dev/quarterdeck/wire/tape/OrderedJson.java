package dev.quarterdeck.wire.tape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JSON document with its members in order, since a request means the same in any. */
final class OrderedJson {
    private static final JsonFactory JSON = new JsonFactory();

    private OrderedJson() {}

    static String of(String document) throws IOException {
        var text = new StringWriter();
        try (JsonParser in = JSON.createParser(document);
                JsonGenerator out = JSON.createGenerator(text)) {
            in.nextToken();
            write(read(in), out);
        }
        return text.toString();
    }

    /** An object as a map, an array as a list, anything else as it is written. */
    private static Object read(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> members(in);
            case START_ARRAY -> items(in);
            case VALUE_STRING -> in.getText();
            default -> new Literal(in.getText());
        };
    }

    private record Literal(String text) {}

    private static Map<String, Object> members(JsonParser in) throws IOException {
        var members = new TreeMap<String, Object>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            members.put(name, read(in));
        }
        return members;
    }

    private static List<Object> items(JsonParser in) throws IOException {
        var items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(in));
        }
        return items;
    }

    private static void write(Object value, JsonGenerator out) throws IOException {
        switch (value) {
            case Map<?, ?> members -> {
                out.writeStartObject();
                for (var member : members.entrySet()) {
                    out.writeFieldName(member.getKey().toString());
                    write(member.getValue(), out);
                }
                out.writeEndObject();
            }
            case List<?> items -> {
                out.writeStartArray();
                for (Object item : items) {
                    write(item, out);
                }
                out.writeEndArray();
            }
            case Literal(String text) -> out.writeRawValue(text);
            default -> out.writeString(value.toString());
        }
    }
}
