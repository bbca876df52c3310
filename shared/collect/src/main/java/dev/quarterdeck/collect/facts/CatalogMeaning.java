package dev.quarterdeck.collect.facts;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.history.Meaning;
import dev.quarterdeck.kernel.Json;
import java.util.Set;
import java.util.stream.Collectors;

/** What counts as a change, as the catalog says it. */
public record CatalogMeaning(TypeCatalog catalog) implements Meaning {
    @Override
    public Json of(ResourceType type, Json.Obj config) {
        return catalog.find(type)
                .map(definition -> ContentHash.content(config, definition.upkeep()))
                .orElse(config);
    }

    @Override
    public Set<String> filledBy(ResourceType type, String enrichment) {
        return catalog.find(type).stream()
                .flatMap(definition -> definition.enrichments().stream())
                .filter(part -> part.name().equals(enrichment))
                .map(part -> part.taking().merges() ? WHATEVER : part.taking().into())
                .collect(Collectors.toSet());
    }
}
