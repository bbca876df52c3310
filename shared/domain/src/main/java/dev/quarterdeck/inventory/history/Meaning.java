package dev.quarterdeck.inventory.history;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.kernel.Json;
import java.util.Set;

/** What of a resource counts as a change, as whoever knows its type says it. */
public interface Meaning {
    /** In place of members: whichever the answer has. */
    String WHATEVER = "@";

    /** Where nothing is known of types: all that differs is a change. */
    Meaning PLAIN = new Meaning() {
        @Override
        public Json of(ResourceType type, Json.Obj config) {
            return config;
        }

        @Override
        public Set<String> filledBy(ResourceType type, String enrichment) {
            return Set.of();
        }
    };

    /** The config without noise, lists in order where their order means nothing. */
    Json of(ResourceType type, Json.Obj config);

    /** Members that a type's enrichment of this name fills, or {@link #WHATEVER}. */
    Set<String> filledBy(ResourceType type, String enrichment);
}
