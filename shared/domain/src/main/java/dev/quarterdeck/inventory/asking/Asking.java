package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.inventory.filter.Vocabulary;
import java.util.Optional;

/**
 * With what a whole inventory is asked: the words that filters may use, lists, maps, and queries in SQL; and with what files
 * are made of it, where that is done.
 */
public record Asking(
        Vocabulary words, ResourceLists lists, Topology topology, SqlQueries queries, Optional<Filing> filing) {
    public Asking(Vocabulary words, ResourceLists lists, Topology topology, SqlQueries queries) {
        this(words, lists, topology, queries, Optional.empty());
    }

    /** The same where files are made. */
    public Asking with(Filing some) {
        return new Asking(words, lists, topology, queries, Optional.of(some));
    }
}
