package dev.quarterdeck.architecture.planted.testkit;

/** Doubles serve the product, they do not use it. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.local.Quarterdeck.class.getName();
    }
}
