package dev.quarterdeck.architecture.planted.platform.local;

/** An adapter of the machine knows nothing of the collectors. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.collect.json.JsonReader.class.getName();
    }
}
