package dev.quarterdeck.edge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import dev.quarterdeck.kernel.Failure.Violation;
import dev.quarterdeck.kernel.Json;
import java.util.List;

/** One JSON Schema of the contract, and what it has against a value: pointers and sentences that repeat no value. */
public final class Shape {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Schema schema;

    Shape(JsonNode schema) {
        this.schema = SCHEMAS.getSchema(schema);
    }

    /** Where the value breaks the schema; nothing if it keeps it. */
    public List<Violation> violations(Json value) {
        return schema.validate(JsonNodes.of(value)).stream()
                .map(error -> new Violation(pointer(error), sentence(error)))
                .distinct()
                .toList();
    }

    private static String pointer(Error error) {
        var text = new StringBuilder();
        NodePath path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            text.append('/').append(escaped(path.getName(i)));
        }
        if (error.getProperty() != null) {
            text.append('/').append(escaped(error.getProperty()));
        }
        return text.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String sentence(Error error) {
        JsonNode wanted = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" -> "is not a field of this request";
            case "required" -> "is missing";
            case "type" -> "must be of type " + wanted.asText();
            case "enum" -> "must be one of " + wanted;
            case "const" -> "must be " + wanted;
            case "pattern" -> "must have the form " + wanted.asText();
            case "format" -> "must be a " + wanted.asText();
            case "propertyNames" -> "has a name that is too short or too long";
            case "minLength" -> "must have at least %s characters".formatted(wanted);
            case "maxLength" -> "must have at most %s characters".formatted(wanted);
            case "minimum" -> "must be at least " + wanted;
            case "maximum" -> "must be at most " + wanted;
            case "minItems" -> "must have at least %s items".formatted(wanted);
            case "maxItems" -> "must have at most %s items".formatted(wanted);
            case "uniqueItems" -> "must not hold an item twice";
            default -> "breaks the rule '%s' of its schema".formatted(error.getKeyword());
        };
    }
}
