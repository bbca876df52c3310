package dev.quarterdeck.edge.contract;

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

    /** The operation that a request means. Where several paths fit, the one that says most of it literally is meant. */
    public Found find(String method, List<String> path) {
        List<Found.Meant> fitting = operations.stream()
                .flatMap(operation ->
                        operation.path().match(path).stream().map(holes -> new Found.Meant(operation, holes)))
                .toList();
        long closest = fitting.stream().mapToLong(Contract::literal).max().orElse(0);
        List<Found.Meant> here =
                fitting.stream().filter(meant -> literal(meant) == closest).toList();
        if (here.isEmpty()) {
            return new Found.NoSuchPath();
        }
        return here.stream()
                .filter(meant -> meant.operation().method().equals(method))
                .findFirst()
                .<Found>map(meant -> meant)
                .orElseGet(() -> new Found.OtherMethods(here.stream()
                        .map(meant -> meant.operation().method())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "))));
    }

    private static long literal(Found.Meant meant) {
        return meant.operation().path().literal();
    }

    /** What a method and path lead to. */
    public sealed interface Found {
        record Meant(Operation operation, Map<String, String> holes) implements Found {}

        record NoSuchPath() implements Found {}

        /** The path is there, for these methods only. */
        record OtherMethods(String allowed) implements Found {}
    }
}
