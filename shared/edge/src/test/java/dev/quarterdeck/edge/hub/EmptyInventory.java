package dev.quarterdeck.edge.hub;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.asking.Asking;
import dev.quarterdeck.inventory.asking.Filing;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.ResourceMap;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.inventory.asking.SqlQueries;
import dev.quarterdeck.inventory.asking.SqlSchema;
import dev.quarterdeck.inventory.filter.Vocabulary;
import dev.quarterdeck.kernel.objects.Objects;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An inventory in which nobody looked, and whose catalog has no type. */
final class EmptyInventory implements Vocabulary, SqlQueries {
    private static final Listing.Looking NOWHERE = new Listing.Looking(Map.of(), List.of());
    private static final Listing NOTHING = new Listing(
            List.of(), Optional.empty(), new Listing.Whole(new Listing.Count(0, true), new LinkedHashMap<>(), NOWHERE));
    private static final ResourceMap BLANK = new ResourceMap(
            List.of(), new ResourceMap.Lines(List.of(), 0), new ResourceMap.Unopened(Set.of(), Set.of()), NOWHERE);

    static Asking filing(Objects objects) {
        var empty = new EmptyInventory();
        return new Asking(empty, _ -> NOTHING, _ -> BLANK, empty).with(new Filing((_, _, _) -> {}, objects));
    }

    @Override
    public Optional<ResourceType> type(String word) {
        return Optional.empty();
    }

    @Override
    public Collection<String> typeNames() {
        return List.of();
    }

    @Override
    public Set<String> members(List<String> path) {
        return Set.of();
    }

    @Override
    public SqlAnswer ask(String sql, Sight sight) {
        return new SqlAnswer.Rows(List.of("none"), List.of(), false);
    }

    @Override
    public SqlSchema schema() {
        return new SqlSchema(List.of(), List.of(), List.of(), List.of());
    }
}
