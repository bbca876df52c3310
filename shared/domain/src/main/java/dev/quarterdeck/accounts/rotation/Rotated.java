package dev.quarterdeck.accounts.rotation;

/** What came of a rotation. Whatever it is, the account has a credential that works. */
public sealed interface Rotated {
    /** The new credential is in use and the old one is gone. */
    record Done(String fresh) implements Rotated {}

    /** It goes on later from where it is: {@code next} says what is waited for. */
    record Waiting(String next) implements Rotated {}
}
