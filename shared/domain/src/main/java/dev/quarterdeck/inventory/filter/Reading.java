package dev.quarterdeck.inventory.filter;

/** What came of reading a text. */
public sealed interface Reading {
    record Understood(Question question) implements Reading {}

    record Misunderstood(Flaw flaw) implements Reading {}
}
