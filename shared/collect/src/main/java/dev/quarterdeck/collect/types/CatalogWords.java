package dev.quarterdeck.collect.types;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.filter.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The words of filters that the catalog of types knows. */
public record CatalogWords(Supplier<TypeCatalog> catalog) implements Vocabulary {
    @Override
    public Optional<ResourceType> type(String word) {
        return catalog.get().find(word).map(TypeDefinition::type);
    }

    @Override
    public Collection<String> typeNames() {
        return catalog.get().types().stream()
                .flatMap(type -> Stream.concat(Stream.of(type.type().name()), type.heading().aliases().stream()))
                .toList();
    }

    /** Types come from catalogs of all ages: what may stand in their config is not the catalog's to say. */
    @Override
    public Set<String> members(List<String> path) {
        return Set.of();
    }
}
