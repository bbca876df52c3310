package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** A page of a list: rows with the fields asked for, what follows, and what is told of the list as a whole. */
public record Listing(List<Json.Obj> rows, Optional<Position> next, Whole whole) {
    /** Beyond this many a count says no more than that. */
    public static final long COUNTED = 10_000;

    public Listing {
        rows = List.copyOf(rows);
    }

    /** How many resources there are, how they spread, and how far anybody looked for them. */
    public record Whole(Count count, SequencedMap<String, List<Facet>> facets, Looking looking) {}

    /** {@code exact} or at least so many. */
    public record Count(long number, boolean exact) {
        @Override
        public String toString() {
            return exact ? "%,d".formatted(number) : "%,d+".formatted(number);
        }
    }

    /** How many of the resources have this value; null is no value. */
    public record Facet(Json value, long count) {}

    /**
     * Of each account in which anybody ever looked, how many areas that could hold such resources have which status, and
     * the columns that are asked for and not known of a single resource.
     */
    public record Looking(Map<String, Map<String, Long>> accounts, List<String> unknown) {
        public Looking {
            accounts = Map.copyOf(accounts);
            unknown = List.copyOf(unknown);
        }

        /** Of all accounts. */
        public SortedMap<String, Long> areas() {
            var areas = new TreeMap<String, Long>();
            accounts.values()
                    .forEach(account -> account.forEach((status, count) -> areas.merge(status, count, Long::sum)));
            return areas;
        }
    }
}
