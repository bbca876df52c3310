package dev.quarterdeck.collect.events;

import static java.util.Comparator.comparingInt;

import dev.quarterdeck.collect.edges.Named;
import dev.quarterdeck.collect.types.Home;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Uid;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows what a call is about: resources of its service that are known and named in it, and the type that its own name
 * speaks of, as {@code RunInstances} speaks of instances. Nothing has to be said event by event.
 */
public final class Concerns {
    /** Services that events name otherwise than IAM's actions do. */
    private static final Map<String, String> PREFIXES = Map.of("monitoring", "cloudwatch");

    private final TypeCatalog catalog;

    public Concerns(TypeCatalog catalog) {
        this.catalog = catalog;
    }

    /** One for each part of the account, of which all {@code known} that the call could name is given; none where the catalog has no type that the call could be about. */
    public List<Concern> of(ApiCall call, Stream<Named> known) {
        List<TypeDefinition> candidates = candidates(call);
        Set<Uid> named = new HashSet<>();
        Set<ResourceType> types = new LinkedHashSet<>();
        known.filter(resource -> isNamed(resource, call, candidates)).forEach(resource -> {
            named.add(resource.uid());
            types.add(resource.type());
        });
        spokenOf(call, candidates).ifPresent(types::add);
        return Stream.of(true, false)
                .flatMap(global -> concern(call, candidates, types, named, global).stream())
                .toList();
    }

    private List<TypeDefinition> candidates(ApiCall call) {
        String prefix =
                PREFIXES.getOrDefault(call.action().source(), call.action().source()) + ":";
        return catalog.types().stream()
                .filter(type -> type.listing().ask().permissions().stream().anyMatch(right -> right.startsWith(prefix)))
                .toList();
    }

    private static boolean isNamed(Named resource, ApiCall call, List<TypeDefinition> candidates) {
        String region = resource.place().region();
        return candidates.stream()
                        .filter(type -> type.type().equals(resource.type()))
                        .anyMatch(type -> type.heading().home() instanceof Home.Global
                                || region.equals(call.place().region()))
                && Stream.of(
                                resource.names().arn().stream(),
                                Stream.of(
                                        resource.names().nativeId(),
                                        resource.names().plain()))
                        .flatMap(names -> names)
                        .anyMatch(call.texts()::contains);
    }

    /** The longest name of a type that stands in the call's. */
    private static Optional<ResourceType> spokenOf(ApiCall call, List<TypeDefinition> candidates) {
        String name = call.action().name().toLowerCase(Locale.ROOT);
        return candidates.stream()
                .map(TypeDefinition::type)
                .filter(type -> name.contains(noun(type)))
                .max(comparingInt(type -> noun(type).length()));
    }

    private static String noun(ResourceType type) {
        String name = type.name();
        return name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<Concern> concern(
            ApiCall call,
            List<TypeDefinition> candidates,
            Set<ResourceType> concerned,
            Set<Uid> resources,
            boolean global) {
        var types = new LinkedHashSet<ResourceType>();
        for (TypeDefinition type : candidates) {
            if (concerned.contains(type.type()) && type.heading().home() instanceof Home.Global == global) {
                types.add(type.type());
            }
        }
        String part = global ? Resource.Place.GLOBAL : call.place().region();
        return Optional.of(new Concern(part, types, resources))
                .filter(one -> !one.types().isEmpty());
    }
}
