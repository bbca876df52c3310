package dev.quarterdeck.inventory.history;

import java.util.Map;

/** A published generation, and how many resources changed how. */
public record Published(Generation generation, Map<ChangeKind, Long> changes) {
    public Published {
        changes = Map.copyOf(changes);
    }

    public long total() {
        return changes.values().stream().mapToLong(Long::longValue).sum();
    }
}
