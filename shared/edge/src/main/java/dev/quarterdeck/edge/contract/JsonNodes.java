package dev.quarterdeck.edge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quarterdeck.kernel.Json;

/** The kernel's JSON as the validator's. */
final class JsonNodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonNodes() {}

    static JsonNode of(Json value) {
        return switch (value) {
            case Json.Null _ -> NODES.nullNode();
            case Json.Bool(boolean bool) -> NODES.booleanNode(bool);
            case Json.Num(var number) -> NODES.numberNode(number);
            case Json.Str(String text) -> NODES.textNode(text);
            case Json.Arr(var items) -> array(items);
            case Json.Obj obj -> object(obj);
        };
    }

    private static ArrayNode array(Iterable<Json> items) {
        ArrayNode array = NODES.arrayNode();
        items.forEach(item -> array.add(of(item)));
        return array;
    }

    private static ObjectNode object(Json.Obj obj) {
        ObjectNode object = NODES.objectNode();
        obj.members().forEach((name, value) -> object.set(name, of(value)));
        return object;
    }
}
