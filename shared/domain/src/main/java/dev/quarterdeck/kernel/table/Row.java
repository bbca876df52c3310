package dev.quarterdeck.kernel.table;

import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row: what it says, its version (the writer counts, from 1), where it stands in the indexes, and when it
 * expires. An expired row is no longer read.
 */
public record Row(Key key, long version, Json.Obj data, Map<Index, Key> indexed, Optional<Instant> expires) {
    public Row {
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more: " + version);
        }
        indexed = Map.copyOf(indexed);
    }

    /** A first version, in no index, for ever. */
    public static Row of(Key key, Json.Obj data) {
        return new Row(key, 1, data, Map.of(), Optional.empty());
    }

    /** The version after this one, with new content. */
    public Row next(Json.Obj changed) {
        return new Row(key, version + 1, changed, indexed, expires);
    }

    public Row in(Index index, Key place) {
        var places = new EnumMap<Index, Key>(Index.class);
        places.putAll(indexed);
        places.put(index, place);
        return new Row(key, version, data, places, expires);
    }

    public Row until(Instant end) {
        return new Row(key, version, data, indexed, Optional.of(end));
    }
}
