package dev.quarterdeck.local.facts;

import java.util.List;
import java.util.Map;

/** The difference of two scans, and how many known resources nobody looked for this time, by where they were. */
public record Changes(List<Change> changes, Map<Comparison.Area, Integer> notLooked) {
    public Changes {
        changes = List.copyOf(changes);
        notLooked = Map.copyOf(notLooked);
    }

    public long count(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
