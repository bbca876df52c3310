package dev.quarterdeck.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.quarterdeck.edge.contract.OpenApi;
import dev.quarterdeck.edge.contract.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every deployed function, as functions/functions.yaml names them. */
record Manifest(List<FunctionEntry> functions) {
    private static final String RESOURCE = "/META-INF/quarterdeck/functions.yaml";

    Manifest {
        functions = List.copyOf(functions);
    }

    /** The manifest that this build ships. */
    static Manifest shipped() {
        return of(document());
    }

    static JsonNode document() {
        try (InputStream in = Objects.requireNonNull(Manifest.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** The one function that may do this. */
    FunctionEntry only(Permission permission) {
        List<FunctionEntry> allowed = functions.stream()
                .filter(function -> function.needs().permissions().contains(permission))
                .toList();
        if (allowed.size() != 1) {
            throw new IllegalArgumentException("just one function must have '%s', not %s"
                    .formatted(
                            permission,
                            allowed.stream().map(FunctionEntry::name).toList()));
        }
        return allowed.getFirst();
    }

    /** Whom this function calls, since they say so. */
    Stream<FunctionEntry> calledBy(FunctionEntry caller) {
        return functions.stream().filter(function -> function.triggers().contains(new Trigger.Caller(caller.name())));
    }

    /** The operations of the API's contract that this function answers. */
    List<Operation> answeredBy(FunctionEntry function) {
        boolean others = function.triggers().contains(new Trigger.Routes());
        return OpenApi.shipped().operations().stream()
                .filter(operation -> names(function, operation) || (others && !isNamed(operation)))
                .toList();
    }

    private boolean isNamed(Operation operation) {
        return functions.stream().anyMatch(function -> names(function, operation));
    }

    private static boolean names(FunctionEntry function, Operation operation) {
        return function.triggers().contains(new Trigger.Operation(operation.id()));
    }

    private static Manifest of(JsonNode document) {
        return new Manifest(
                items(document.path("functions")).map(Manifest::function).toList());
    }

    private static FunctionEntry function(JsonNode node) {
        return new FunctionEntry(
                node.path("name").asText(),
                node.path("purpose").asText(),
                new FunctionEntry.Code(
                        node.path("module").asText(), node.path("handler").asText()),
                new FunctionEntry.Size(
                        node.path("memory").asInt(),
                        node.path("timeout").asInt(),
                        node.path("storage").asInt(FunctionEntry.Size.LEAST_STORAGE)),
                items(node.path("triggers")).map(Trigger::of).toList(),
                new FunctionEntry.Needs(
                        items(node.path("environment")).map(JsonNode::asText).toList(),
                        items(node.path("permissions"))
                                .map(permission -> Permission.of(permission.asText()))
                                .toList()));
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
