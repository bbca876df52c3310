package dev.quarterdeck.collect.scan;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.partitioningBy;

import dev.quarterdeck.collect.types.Ask;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.wire.Rates;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is looked at in a region, and in which order. {@code first} come the types of which each resource takes long, for
 * where there are many of them nothing makes up for a late start. In the {@code rest} the services take turns, those with
 * the most types first: so one service's limit holds up no other.
 */
record Agenda(
        List<TypeDefinition> all,
        List<Sisters> first,
        List<Sisters> rest,
        Map<ResourceType, List<TypeDefinition>> children) {
    private static final double LONG_SECONDS = 0.2;

    Agenda {
        all = List.copyOf(all);
        first = List.copyOf(first);
        rest = List.copyOf(rest);
        children = Map.copyOf(children);
    }

    static Agenda of(Collection<TypeDefinition> definitions) {
        Map<ResourceType, List<TypeDefinition>> children = children(definitions);
        List<TypeDefinition> roots = definitions.stream()
                .filter(definition -> definition.listing().parents().isEmpty())
                .toList();
        Map<Boolean, List<Sisters>> inOrder = Sisters.of(roots).stream()
                .sorted(comparingDouble(sisters -> -secondsForEach(sisters, children)))
                .collect(partitioningBy(sisters -> secondsForEach(sisters, children) >= LONG_SECONDS));
        return new Agenda(
                List.copyOf(definitions),
                inOrder.getOrDefault(true, List.of()),
                inTurns(inOrder.getOrDefault(false, List.of())),
                children);
    }

    /** Which types are listed for each resource of another one. */
    private static Map<ResourceType, List<TypeDefinition>> children(Collection<TypeDefinition> definitions) {
        var children = new LinkedHashMap<ResourceType, List<TypeDefinition>>();
        for (TypeDefinition definition : definitions) {
            for (ResourceType parent : definition.listing().parents()) {
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(definition);
            }
        }
        return children;
    }

    /** How long AWS's limits make one wait for each resource. Of what is there once in a region, there is never much. */
    private static double secondsForEach(Sisters sisters, Map<ResourceType, List<TypeDefinition>> children) {
        return sisters.types().stream()
                .mapToDouble(type -> secondsForEach(type, children))
                .max()
                .orElse(0);
    }

    private static double secondsForEach(TypeDefinition definition, Map<ResourceType, List<TypeDefinition>> children) {
        if (definition.listing().paging().isWhole()) {
            return 0;
        }
        double own = definition.enrichments().stream()
                .mapToDouble(enrichment -> seconds(enrichment.ask()) * callsForEach(enrichment.reach()))
                .sum();
        return own
                + children.getOrDefault(definition.type(), List.of()).stream()
                        .mapToDouble(child -> seconds(child.listing().ask()))
                        .sum();
    }

    private static double seconds(Ask ask) {
        return 1 / Rates.of(ask.service(), ask.operation(), true).rate().perSecond();
    }

    private static double callsForEach(Enrichment.Reach reach) {
        return switch (reach) {
            case Enrichment.Each _, Enrichment.EachList _ -> 1;
            case Enrichment.Batch batch -> 1.0 / batch.size();
            case Enrichment.Join _ -> 0;
        };
    }

    private static List<Sisters> inTurns(List<Sisters> all) {
        var services = new LinkedHashMap<String, Deque<Sisters>>();
        all.forEach(
                sisters -> services.computeIfAbsent(sisters.eldest().heading().service(), _ -> new ArrayDeque<>())
                        .add(sisters));
        List<Deque<Sisters>> turns = services.values().stream()
                .sorted(Comparator.<Deque<Sisters>>comparingInt(Collection::size)
                        .reversed())
                .toList();
        var order = new ArrayList<Sisters>();
        while (order.size() < all.size()) {
            turns.stream().flatMap(turn -> Stream.ofNullable(turn.poll())).forEach(order::add);
        }
        return order;
    }
}
