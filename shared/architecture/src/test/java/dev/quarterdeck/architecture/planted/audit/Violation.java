package dev.quarterdeck.architecture.planted.audit;

/** The audit log stands below those whose acts it records. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.identity.Caller.class.getName();
    }
}
