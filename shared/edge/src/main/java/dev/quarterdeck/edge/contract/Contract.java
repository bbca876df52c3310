package dev.quarterdeck.edge.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All operations of the API, as its OpenAPI file declares them, found by method and path. */
public final class Contract {
    private final List<Operation> operations;
    private final String text;

    Contract(List<Operation> operations, String text) {
        this.operations = List.copyOf(operations);
        this.text = text;
    }

    /** The whole of it as JSON, with the schemas that it takes from other files. */
    public String text() {
        return text;
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operation that a request means. */
    public Found find(String method, List<String> path) {
        List<Found.Meant> here = operations.stream()
                .flatMap(operation ->
                        operation.path().match(path).stream().map(holes -> new Found.Meant(operation, holes)))
                .toList();
        if (here.isEmpty()) {
            return new Found.NoSuchPath();
        }
        return here.stream()
                .filter(meant -> meant.operation().method().equals(method))
                .max(Comparator.comparingLong(meant -> meant.operation().path().literal()))
                .<Found>map(meant -> meant)
                .orElseGet(() -> new Found.OtherMethods(here.stream()
                        .map(meant -> meant.operation().method())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "))));
    }

    /** What a method and path lead to. */
    public sealed interface Found {
        record Meant(Operation operation, Map<String, String> holes) implements Found {}

        record NoSuchPath() implements Found {}

        /** The path is there, for these methods only. */
        record OtherMethods(String allowed) implements Found {}
    }
}
