package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.inventory.filter.Vocabulary;

/** With what a whole inventory is asked: the words that filters may use, lists, maps, and queries in SQL. */
public record Asking(Vocabulary words, ResourceLists lists, Topology topology, SqlQueries queries) {}
