package dev.quarterdeck.identity;

/** What came of signing in. */
public sealed interface SignedIn {
    record In(Opened opened) implements SignedIn {}

    /** The name and the password are right; the authenticator's code is still asked for. */
    record CodeNeeded() implements SignedIn {}

    /** Wrong name, wrong password, wrong or used code, disabled user: nobody is told which. */
    record Refused() implements SignedIn {}
}
