package dev.quarterdeck.architecture.planted.accounts;

/** Accounts stand below the inventory. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.inventory.Resource.class.getName();
    }
}
