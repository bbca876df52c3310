package dev.quarterdeck.local;

import dev.quarterdeck.collect.scan.RegionChoice;
import dev.quarterdeck.wire.Endpoints;
import java.util.List;

/** Regions as people name them. */
final class RegionNames {
    private static final String ALL = "all";

    private final Endpoints endpoints;

    RegionNames(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    RegionChoice choose(List<String> names) {
        if (names.isEmpty() || names.equals(List.of(ALL))) {
            return new RegionChoice.AllEnabled();
        }
        names.forEach(this::check);
        return new RegionChoice.Named(names);
    }

    private void check(String name) {
        List<String> known = endpoints.partitions().stream()
                .flatMap(partition -> partition.regions().known().stream())
                .toList();
        if (!known.contains(name)) {
            throw Refusal.usage("there is no region '%s': %s"
                    .formatted(name, Suggestion.orSee(name, known, "give names like eu-west-1, or all")));
        }
    }
}
