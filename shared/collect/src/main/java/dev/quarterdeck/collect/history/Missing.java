package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.history.Ledger.Spot;
import dev.quarterdeck.collect.segments.Entry;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What is known, and was not found by a look that could have seen it. Where nobody looked, nothing is missing. */
final class Missing {
    static final String SINCE = "missing_since";
    static final String LAST_SEEN = "last_seen";

    private final SequencedMap<Name, Row> rows = new LinkedHashMap<>();

    /** What another one would be called in its place. */
    private record Name(Spot spot, String nativeId) {
        static Name of(Json.Obj row) {
            return new Name(Spot.of(row), Fields.of(row).maybeText("native_id").orElse(""));
        }
    }

    /** {@code lookedAt} is when it was looked for in vain, {@code before} when its area had been seen before that. */
    record Row(Entry entry, Json.Obj row, String lookedAt, Optional<String> before) {
        /** Missing from now on, or missed once before: then it is deleted. */
        void tell(News news) throws IOException {
            Fields known = Fields.of(row);
            Optional<String> since = known.maybeText(SINCE);
            if (since.isPresent()) {
                var when = new Sighting(row, row).lastSeen(known.maybeText(LAST_SEEN));
                news.gone(row, news.between(when, since.get()));
            } else {
                Optional<String> seen = new Sighting(row, row).lastSeen(before);
                news.missing(
                        entry,
                        row.with(LAST_SEEN, Json.of(seen.orElse(lookedAt))).with(SINCE, Json.of(lookedAt)));
            }
        }
    }

    static Missing find(Snapshot known, Snapshot seen, Ledger ledger) throws IOException {
        var missing = new Missing();
        known.rows(entry -> seen.entry(entry.uid()).isEmpty(), (entry, text) -> {
            Json.Obj row = text.json();
            Optional<String> lookedAt = ledger.lookedNow(row);
            if (lookedAt.isPresent()) {
                missing.rows.put(Name.of(row), new Row(entry, row, lookedAt.get(), ledger.seenBefore(row)));
            }
        });
        return missing;
    }

    /** The one whose name this one bears. It is not asked for again. */
    Optional<Row> replacedBy(Json.Obj row) {
        return Optional.ofNullable(rows.remove(Name.of(row)));
    }

    List<Row> rest() {
        return List.copyOf(rows.values());
    }
}
