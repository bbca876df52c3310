package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.types.Home;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.ResourceType;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The types to tell about, and those that must be listed on the way to them. */
final class Wanted {
    private final Set<ResourceType> told;
    private final List<TypeDefinition> needed;
    private final Together together;
    private final Agenda regional;
    private final Agenda global;

    Wanted(TypeCatalog catalog, Set<ResourceType> types) {
        this.told = types.isEmpty() ? all(catalog) : types;
        Set<ResourceType> needs = withParents(catalog, told);
        this.needed = catalog.types().stream()
                .filter(definition -> needs.contains(definition.type()))
                .toList();
        this.together = new Together(needed);
        this.regional = Agenda.of(homed(Home.Regional.class::isInstance));
        this.global = Agenda.of(homed(Home.Global.class::isInstance));
    }

    boolean tells(TypeDefinition definition) {
        return told.contains(definition.type());
    }

    Together together() {
        return together;
    }

    /** What an account has once, wherever one asks. */
    Agenda global() {
        return global;
    }

    /** What is looked at in a region: mostly the same everywhere. */
    Agenda in(String region) {
        List<TypeDefinition> fixed = homed(new Home.Fixed(region)::equals);
        return fixed.isEmpty()
                ? regional
                : Agenda.of(
                        Stream.concat(regional.all().stream(), fixed.stream()).toList());
    }

    private List<TypeDefinition> homed(Predicate<Home> home) {
        return needed.stream()
                .filter(definition -> home.test(definition.heading().home()))
                .toList();
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
}
