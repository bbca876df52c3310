package dev.quarterdeck.architecture.planted.workflows;

/** The domain does no parsing. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return com.fasterxml.jackson.core.JsonFactory.class.getName();
    }
}
