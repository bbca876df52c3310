package dev.quarterdeck.accounts;

/** Which accounts are wanted; each kind has an order of rows of its own, so that nothing is read and thrown away. */
public sealed interface AccountFilter {
    record All() implements AccountFilter {}

    record WithStatus(Status status) implements AccountFilter {}

    /** In this unit or any below it: {@code path} is the unit's, as AWS writes it ({@code o-x/r-y/ou-z/}). */
    record Under(String path) implements AccountFilter {}

    record In(Environment environment) implements AccountFilter {}

    record OfTeam(String teamId) implements AccountFilter {}

    record Tagged(String key, String value) implements AccountFilter {}
}
