package dev.quarterdeck.architecture.planted.kernel;

/** The kernel knows nothing of AWS. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.wire.Access.class.getName();
    }
}
