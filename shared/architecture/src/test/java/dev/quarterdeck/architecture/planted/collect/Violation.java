package dev.quarterdeck.architecture.planted.collect;

/** Collecting reads tokens, never trees of a mapper. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return com.fasterxml.jackson.databind.ObjectMapper.class.getName();
    }
}
