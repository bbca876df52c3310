package dev.quarterdeck.edge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.quarterdeck.edge.contract.Parameter.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the OpenAPI file into a {@link Contract}; an operation that does not say who may call it is refused. */
public final class OpenApi {
    private static final String RESOURCE = "/META-INF/quarterdeck/openapi.yaml";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    /** The contract that this build serves. */
    public static Contract shipped() {
        try (InputStream in = OpenApi.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    public static Contract read(InputStream yaml) throws IOException {
        return new OpenApi(Bundle.whole(new YAMLMapper().readTree(yaml))).contract();
    }

    private Contract contract() {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> operation(path.getKey(), path.getValue(), entry.getKey(), entry.getValue()))
                        .forEach(operations::add));
        return new Contract(operations, document.toString());
    }

    private Operation operation(String path, JsonNode around, String method, JsonNode operation) {
        String id = operation.path("operationId").asText();
        String access = operation.path("x-access").asText();
        if (id.isEmpty() || access.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s %s must have an operationId and say who may call it (x-access)".formatted(method, path));
        }
        List<Parameter> parameters = Stream.of(around, operation)
                .flatMap(node -> StreamSupport.stream(node.path("parameters").spliterator(), false))
                .map(this::parameter)
                .toList();
        return new Operation(
                id, method.toUpperCase(Locale.ROOT), Template.of(path), Access.of(access), parameters, body(operation));
    }

    private Parameter parameter(JsonNode node) {
        JsonNode parameter = followed(node);
        JsonNode schema = parameter.path("schema");
        return new Parameter(
                parameter.path("name").asText(),
                Place.valueOf(parameter.path("in").asText().toUpperCase(Locale.ROOT)),
                parameter.path("required").asBoolean(),
                followed(schema).path("type").asText(),
                shape(schema));
    }

    private Optional<Shape> body(JsonNode operation) {
        JsonNode schema = followed(operation.path("requestBody"))
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(shape(schema));
    }

    /** The schema as a document of its own, in which references into the components still lead somewhere. */
    private Shape shape(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return new Shape(whole);
    }

    private JsonNode followed(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
