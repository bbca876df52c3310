package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A page of a list: rows with the fields asked for, what follows, how many there are and how they spread. */
public record Listing(
        List<Json.Obj> rows, Optional<Position> next, Count count, SequencedMap<String, List<Facet>> facets) {
    /** Beyond this many a count says no more than that. */
    public static final long COUNTED = 10_000;

    public Listing {
        rows = List.copyOf(rows);
    }

    /** {@code exact} or at least so many. */
    public record Count(long number, boolean exact) {
        @Override
        public String toString() {
            return exact ? "%,d".formatted(number) : "%,d+".formatted(number);
        }
    }

    /** How many of the resources have this value; null is no value. */
    public record Facet(Json value, long count) {}
}
