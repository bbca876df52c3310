package dev.quarterdeck.edge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the schemas of other files, which the OpenAPI file refers to as {@code name.schema.json#/$defs/Thing}, in among
 * its own components, so that one document says all.
 */
final class Bundle {
    private static final String FOLDER = "/META-INF/quarterdeck/";
    private static final String OWN = "#/components/schemas/";
    private static final Pattern REFERENCE = Pattern.compile("([a-z-]+\\.schema\\.json)?#/\\$defs/(.+)");

    private final ObjectNode schemas;
    private final Set<String> taken = new HashSet<>();

    private Bundle(ObjectNode schemas) {
        this.schemas = schemas;
    }

    static JsonNode whole(JsonNode document) {
        ObjectNode whole = document.deepCopy();
        var bundle = new Bundle(whole.withObject("/components").withObject("/schemas"));
        bundle.follow(whole);
        return whole;
    }

    private void follow(JsonNode node) {
        if (node.path("$ref").isTextual()) {
            Matcher reference = REFERENCE.matcher(node.path("$ref").textValue());
            if (reference.matches()) {
                take(reference.group(1));
                ((ObjectNode) node).set("$ref", TextNode.valueOf(OWN + reference.group(2)));
            }
        }
        node.forEach(this::follow);
    }

    private void take(@Nullable String file) {
        if (file == null || !taken.add(file)) {
            return;
        }
        JsonNode definitions = read(file).path("$defs");
        follow(definitions);
        definitions.properties().forEach(definition -> {
            if (schemas.has(definition.getKey())) {
                throw new IllegalArgumentException(
                        "two schemas are called '%s', one of them in %s".formatted(definition.getKey(), file));
            }
            schemas.set(definition.getKey(), definition.getValue());
        });
    }

    private static JsonNode read(String file) {
        try (InputStream in = Bundle.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("the contract refers to %s, which is not there".formatted(file));
            }
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
