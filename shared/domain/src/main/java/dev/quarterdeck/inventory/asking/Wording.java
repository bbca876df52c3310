package dev.quarterdeck.inventory.asking;

import java.util.Optional;

/** In what words somebody asks for resources: which, what of each, in which order, and of which fields values are counted. */
public record Wording(
        Optional<String> filter, Optional<String> fields, Optional<String> sort, Optional<String> facets) {}
