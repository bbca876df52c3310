package dev.quarterdeck.catalog.boto3;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inputs as the Python side writes them: what JSON cannot hold is an object of one member, $bytes or $time. */
final class Inputs {
    private Inputs() {}

    static Map<String, @Nullable Object> map(JsonNode object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.properties().forEach(it -> members.put(it.getKey(), value(it.getValue())));
        return members;
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> list(node);
            case NUMBER -> node.isIntegralNumber() ? (Number) node.longValue() : (Number) node.doubleValue();
            case BOOLEAN -> node.booleanValue();
            case STRING -> node.textValue();
            case NULL -> null;
            case MISSING, BINARY, POJO -> throw new IllegalArgumentException("no input has " + node);
        };
    }

    private static List<@Nullable Object> list(JsonNode node) {
        List<@Nullable Object> elements = new ArrayList<>();
        node.forEach(it -> elements.add(value(it)));
        return elements;
    }

    private static Object object(JsonNode node) {
        if (node.has("$bytes")) {
            return Base64.getDecoder().decode(node.get("$bytes").textValue());
        }
        return node.has("$time") ? Instant.parse(node.get("$time").textValue()) : map(node);
    }
}
