package dev.quarterdeck.edge;

import dev.quarterdeck.edge.contract.Access;
import dev.quarterdeck.edge.contract.Contract;
import dev.quarterdeck.edge.contract.Operation;
import dev.quarterdeck.identity.access.Permission;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The contract with its code: each operation has one route, each route an operation, each permission exists. */
final class Desk {
    private final Contract contract;
    private final Map<String, Route> routes = new HashMap<>();

    Desk(Contract contract, Collection<Route> routes) {
        this.contract = contract;
        routes.forEach(this::add);
        Set<String> missing = new HashSet<>();
        for (Operation operation : contract.operations()) {
            permission(operation);
            if (!this.routes.containsKey(operation.id())) {
                missing.add(operation.id());
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("nobody answers these operations of the contract: " + missing);
        }
    }

    private void add(Route route) {
        if (contract.operations().stream().noneMatch(operation -> operation.id().equals(route.operation()))) {
            throw new IllegalArgumentException("the contract has no operation '%s'".formatted(route.operation()));
        }
        if (routes.put(route.operation(), route) != null) {
            throw new IllegalArgumentException("two routes answer '%s'".formatted(route.operation()));
        }
    }

    Contract contract() {
        return contract;
    }

    Route route(Operation operation) {
        return Optional.ofNullable(routes.get(operation.id()))
                .orElseThrow(() -> new IllegalStateException("nobody answers " + operation.id()));
    }

    static Optional<Permission> permission(Operation operation) {
        return operation.access() instanceof Access.Needs(String text)
                ? Optional.of(Permission.of(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "%s needs '%s', which is no permission".formatted(operation.id(), text))))
                : Optional.empty();
    }
}
