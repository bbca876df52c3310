package dev.quarterdeck.architecture.planted.compiler;

/** What checks the catalog at build time is no part of the product. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.local.Quarterdeck.class.getName();
    }
}
