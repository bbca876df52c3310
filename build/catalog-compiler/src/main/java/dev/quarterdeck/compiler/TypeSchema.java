package dev.quarterdeck.compiler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import dev.quarterdeck.compiler.Yaml.Fields;
import dev.quarterdeck.compiler.Yaml.Items;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The JSON Schema of type files, whose complaints are put into words that name the line and the way out. */
final class TypeSchema {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WHOLE_FILE = -1;
    private final Schema schema;

    TypeSchema(String schemaText) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText, InputFormat.JSON);
    }

    /** Reports all that the schema has against the file, and tells which of its types (by their place) are sound. */
    IntPredicate check(Fields file, Report report) {
        var broken = new HashSet<Integer>();
        for (Error error : schema.validate(tree(file))) {
            broken.add(typeOf(error.getInstanceLocation()));
            Yaml place = find(file, error.getInstanceLocation());
            String property = error.getProperty();
            report.at(
                    property != null && place instanceof Fields fields
                            ? fields.get(property).orElse(place)
                            : place,
                    words(error));
        }
        return index -> !broken.contains(index) && !broken.contains(WHOLE_FILE);
    }

    private String words(Error error) {
        String given = error.getInstanceNode().isTextual()
                ? "'" + error.getInstanceNode().asText() + "'"
                : "it";
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" ->
                "unknown key '%s'%s".formatted(error.getProperty(), Spelling.hint(error.getProperty(), allowed(error)));
            case "required" -> "key '%s' is missing".formatted(error.getProperty());
            case "enum" -> "%s: %s is none of %s".formatted(name(error), given, listed(error.getSchemaNode()));
            case "pattern" ->
                "%s: %s must have the form %s"
                        .formatted(name(error), given, error.getSchemaNode().asText());
            default -> "%s: %s".formatted(name(error), error.getMessage());
        };
    }

    private static String listed(JsonNode values) {
        return values.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private static int typeOf(NodePath path) {
        return path.getNameCount() > 1 && path.getName(0).equals("types")
                ? Integer.parseInt(path.getName(1))
                : WHOLE_FILE;
    }

    /** The keys that the schema knows where an unknown one stands. */
    private List<String> allowed(Error error) {
        var names = new ArrayList<String>();
        String parent = error.getSchemaLocation().getFragment().toString().replaceAll("/[^/]*$", "");
        JsonNode object = schema.getSchemaNode().at(parent);
        object.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode tree(Fields file) {
        try {
            return JSON.readTree(file.json().text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Yaml find(Yaml root, NodePath path) {
        Yaml here = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            Object step = path.getElement(i);
            here = switch (here) {
                case Fields fields -> fields.get(step.toString()).orElse(here);
                case Items items -> items.items().get(((Number) step).intValue());
                case Yaml.Value value -> value;
            };
        }
        return here;
    }

    private static String name(Error error) {
        NodePath path = error.getInstanceLocation();
        return path.getNameCount() == 0 ? "the file" : path.getName(-1);
    }
}
