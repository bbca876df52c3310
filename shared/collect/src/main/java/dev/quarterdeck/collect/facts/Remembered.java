package dev.quarterdeck.collect.facts;

import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.Map;

/** A resource as an earlier look told it: the hash of its row in the list, all that was made of it, and when each enrichment was read. */
public record Remembered(String listed, Json.Obj config, Map<String, Instant> read) {
    public Remembered {
        read = Map.copyOf(read);
    }
}
