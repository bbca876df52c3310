package dev.quarterdeck.architecture.planted.identity;

/** People and rights stand below the accounts they are about. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.accounts.AccountId.class.getName();
    }
}
