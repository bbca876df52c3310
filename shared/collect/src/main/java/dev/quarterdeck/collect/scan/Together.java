package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.types.Arguments;
import dev.quarterdeck.collect.types.Ask;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.Enrichment.Join;
import dev.quarterdeck.collect.types.Listing;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.wire.Paging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What several types ask for together: the values that they put into one call, and the lists that others join to. */
final class Together {
    private final Map<Place, Set<Object>> values = new HashMap<>();

    private final Set<Whole> joined = new HashSet<>();

    /** A list without anything of the one who asks in its input. */
    private record Whole(String service, String operation, Arguments with, String items) {
        static Whole of(Ask ask, Paging paging) {
            return new Whole(ask.service(), ask.operation(), ask.with(), paging.items());
        }
    }

    private record Place(String service, String operation, String member) {}

    Together(Collection<TypeDefinition> definitions) {
        for (TypeDefinition definition : definitions) {
            gather(definition.listing().ask());
            definition.enrichments().forEach(this::gather);
        }
    }

    private void gather(Enrichment enrichment) {
        if (enrichment.reach() instanceof Join join) {
            joined.add(Whole.of(enrichment.ask(), join.rows().paging()));
            gather(enrichment.ask());
        }
    }

    private void gather(Ask ask) {
        ask.together()
                .ifPresent(member -> values.computeIfAbsent(place(ask, member), _ -> new LinkedHashSet<>())
                        .addAll(ask.with().constants(member)));
    }

    /** The list that stands for that of all types; nothing where a type asks for itself alone. */
    Map<String, List<Object>> input(Ask ask) {
        return ask.together()
                .map(member -> Map.<String, List<Object>>of(
                        member, new ArrayList<>(values.getOrDefault(place(ask, member), Set.of()))))
                .orElse(Map.of());
    }

    /** Whether joins ask for all of this list too. */
    boolean joins(Listing listing) {
        return joined.contains(Whole.of(listing.ask(), listing.paging()));
    }

    private static Place place(Ask ask, String member) {
        return new Place(ask.service(), ask.operation(), member);
    }
}
