package dev.quarterdeck.architecture.planted.credentials;

/** Credentials stand below the accounts. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.accounts.AccountId.class.getName();
    }
}
