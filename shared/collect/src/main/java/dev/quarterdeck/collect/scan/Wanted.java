package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.types.Home;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.ResourceType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The types to tell about, and those that must be listed on the way to them. */
final class Wanted {
    private final Set<ResourceType> told;
    private final List<TypeDefinition> needed;
    private final Together together;

    Wanted(TypeCatalog catalog, Set<ResourceType> types) {
        this.told = types.isEmpty() ? all(catalog) : types;
        Set<ResourceType> needs = withParents(catalog, told);
        this.needed = catalog.types().stream()
                .filter(definition -> needs.contains(definition.type()))
                .toList();
        this.together = new Together(needed);
    }

    boolean tells(TypeDefinition definition) {
        return told.contains(definition.type());
    }

    Together together() {
        return together;
    }

    List<TypeDefinition> regional() {
        return needed(Home.Regional.class::isInstance);
    }

    List<TypeDefinition> global() {
        return needed(Home.Global.class::isInstance);
    }

    List<TypeDefinition> fixedTo(String region) {
        return needed(new Home.Fixed(region)::equals);
    }

    /** The services take turns, those with the most types first: so one service's limit holds up no other. */
    private List<TypeDefinition> needed(Predicate<Home> home) {
        var services = new LinkedHashMap<String, Deque<TypeDefinition>>();
        for (TypeDefinition definition : needed) {
            if (home.test(definition.heading().home())) {
                services.computeIfAbsent(definition.heading().service(), _ -> new ArrayDeque<>())
                        .add(definition);
            }
        }
        var queues = services.values().stream()
                .sorted(Comparator.<Deque<TypeDefinition>>comparingInt(Collection::size)
                        .reversed())
                .toList();
        var order = new ArrayList<TypeDefinition>();
        for (boolean more = true; more; ) {
            more = false;
            for (Deque<TypeDefinition> queue : queues) {
                if (!queue.isEmpty()) {
                    order.add(queue.removeFirst());
                    more = true;
                }
            }
        }
        return order;
    }

    private static Set<ResourceType> all(TypeCatalog catalog) {
        var all = new HashSet<ResourceType>();
        catalog.types().forEach(definition -> all.add(definition.type()));
        return all;
    }

    private static Set<ResourceType> withParents(TypeCatalog catalog, Set<ResourceType> types) {
        var found = new HashSet<ResourceType>();
        var open = new ArrayDeque<>(types);
        while (!open.isEmpty()) {
            ResourceType type = open.pop();
            TypeDefinition definition = catalog.find(type)
                    .orElseThrow(() -> new IllegalArgumentException("no type '%s' in the catalog".formatted(type)));
            if (found.add(type)) {
                open.addAll(definition.listing().parents());
            }
        }
        return found;
    }

    /** The types listed for each resource of this one. */
    static Map<ResourceType, List<TypeDefinition>> children(Collection<TypeDefinition> definitions) {
        var children = new LinkedHashMap<ResourceType, List<TypeDefinition>>();
        for (TypeDefinition definition : definitions) {
            for (ResourceType parent : definition.listing().parents()) {
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(definition);
            }
        }
        return children;
    }
}
