package dev.quarterdeck.inventory.asking;

import java.util.Optional;

/** In what words somebody asks for resources: which, what of each, in which order, and of which fields values are counted. */
public record Wording(
        Optional<String> filter, Optional<String> fields, Optional<String> sort, Optional<String> facets) {
    public static final Wording NONE =
            new Wording(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** These words, and another's where nothing is said. */
    public Wording or(Wording other) {
        return new Wording(
                filter.or(other::filter), fields.or(other::fields), sort.or(other::sort), facets.or(other::facets));
    }
}
