package dev.quarterdeck.edge.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All operations of the API, as its OpenAPI file declares them, found by method and path. */
public final class Contract {
    private final List<Operation> operations;

    Contract(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operation that a request means. */
    public Found find(String method, List<String> path) {
        List<Operation> here = operations.stream()
                .filter(operation -> operation.path().match(path).isPresent())
                .toList();
        if (here.isEmpty()) {
            return new Found.NoSuchPath();
        }
        Optional<Operation> meant = here.stream()
                .filter(operation -> operation.method().equals(method))
                .max(Comparator.comparingLong(operation -> operation.path().literal()));
        return meant.<Found>map(operation ->
                        new Found.Meant(operation, operation.path().match(path).orElseThrow()))
                .orElseGet(() -> new Found.OtherMethods(
                        here.stream().map(Operation::method).distinct().sorted().collect(Collectors.joining(", "))));
    }

    /** What a method and path lead to. */
    public sealed interface Found {
        record Meant(Operation operation, Map<String, String> holes) implements Found {}

        record NoSuchPath() implements Found {}

        /** The path is there, for these methods only. */
        record OtherMethods(String allowed) implements Found {}
    }
}
