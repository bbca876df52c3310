package dev.quarterdeck.architecture.planted.query;

/** Whoever answers questions does not know how facts are collected. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.collect.json.JsonReader.class.getName();
    }
}
