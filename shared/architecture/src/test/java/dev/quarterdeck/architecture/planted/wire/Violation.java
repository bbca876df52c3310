package dev.quarterdeck.architecture.planted.wire;

/** The client knows nothing of the domain. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.kernel.Json.class.getName();
    }
}
