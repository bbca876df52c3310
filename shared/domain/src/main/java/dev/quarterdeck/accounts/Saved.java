package dev.quarterdeck.accounts;

/** What came of writing an account. Unless it is {@link Done}, nothing was written. */
public sealed interface Saved {
    record Done(Account account) implements Saved {}

    /** The hub has this account already: an account has one owner. */
    record AccountTaken(AccountId id) implements Saved {}

    record NameTaken(String name) implements Saved {}

    /** Somebody changed it since it was read. */
    record Stale(AccountId id) implements Saved {}

    /** Others are at these rows: read again and try again. */
    record Busy() implements Saved {}
}
