package dev.quarterdeck.local.asking;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.filter.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words of filters that the catalog of types knows. */
public record CatalogWords(TypeCatalog catalog) implements Vocabulary {
    @Override
    public Optional<ResourceType> type(String word) {
        return catalog.find(word).map(TypeDefinition::type);
    }

    @Override
    public Collection<String> typeNames() {
        return catalog.types().stream()
                .flatMap(type -> Stream.concat(Stream.of(type.type().name()), type.heading().aliases().stream()))
                .toList();
    }

    /** Types come from catalogs of all ages: what may stand in their config is not the catalog's to say. */
    @Override
    public Set<String> members(List<String> path) {
        return Set.of();
    }
}
