package dev.quarterdeck.wire.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A parsed source extract: small, read at build time only. Scalars are kept as their text. */
record JsonNode(String text, Map<String, JsonNode> members, List<JsonNode> elements) {
    private static final JsonFactory JSON = new JsonFactory();

    static JsonNode read(InputStream in) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            return read(parser);
        }
    }

    private static JsonNode read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            return array(parser);
        }
        return new JsonNode(parser.getText(), Map.of(), List.of());
    }

    private static JsonNode object(JsonParser parser) throws IOException {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, read(parser));
        }
        return new JsonNode("", members, List.of());
    }

    private static JsonNode array(JsonParser parser) throws IOException {
        List<JsonNode> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(parser));
        }
        return new JsonNode("", Map.of(), elements);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    JsonNode at(String name) {
        JsonNode found = members.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the model lacks '%s'; it has %s".formatted(name, members.keySet()));
        }
        return found;
    }

    Optional<JsonNode> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    Optional<String> textAt(String name) {
        return find(name).map(JsonNode::text);
    }

    boolean isTrue(String name) {
        return textAt(name).filter("true"::equals).isPresent();
    }

    /** The texts of an array, or the one text of a scalar. */
    List<String> texts(String name) {
        return find(name)
                .map(node -> node.elements.isEmpty() && !node.text.isEmpty()
                        ? List.of(node.text)
                        : node.elements.stream().map(JsonNode::text).toList())
                .orElse(List.of());
    }
}
