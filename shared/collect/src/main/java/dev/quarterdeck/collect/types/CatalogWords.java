package dev.quarterdeck.collect.types;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.filter.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The words of filters that the catalog knows: its types, and what their configurations can hold. */
public final class CatalogWords implements Vocabulary {
    private final Supplier<TypeCatalog> catalog;
    private Optional<ConfigNames> names = Optional.empty();

    public CatalogWords(Supplier<TypeCatalog> catalog) {
        this.catalog = catalog;
    }

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

    public List<ResourceType> types() {
        return catalog.get().types().stream().map(TypeDefinition::type).toList();
    }

    @Override
    public Set<String> members(List<String> path) {
        return names().at(path);
    }

    /** Read when a filter first asks for config. */
    private synchronized ConfigNames names() {
        ConfigNames known = names.orElseGet(ConfigNames::shipped);
        names = Optional.of(known);
        return known;
    }
}
