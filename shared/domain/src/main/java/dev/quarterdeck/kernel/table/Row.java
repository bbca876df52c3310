package dev.quarterdeck.kernel.table;

import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row: what it says, its version (the writer counts, from 1), where it stands in the indexes, and when it
 * expires, in whole seconds. An expired row is no longer read. The order of the data's members is not kept.
 */
public record Row(Key key, long version, Json.Obj data, Map<Index, Key> indexed, Optional<Instant> expires) {
    public Row {
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more: " + version);
        }
        indexed = Map.copyOf(indexed);
        expires = expires.map(end -> end.truncatedTo(ChronoUnit.SECONDS));
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

    /** Has it expired by then? */
    public boolean gone(Instant now) {
        return expires.isPresent() && !expires.get().isAfter(now);
    }

    public Row until(Instant end) {
        return new Row(key, version, data, indexed, Optional.of(end));
    }
}
