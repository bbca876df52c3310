package dev.quarterdeck.architecture.planted.functions.query;

/** Who asks the whole inventory enters no account, and knows no way to. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.collect.access.HubLender.class.getName();
    }
}
