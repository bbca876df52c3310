package dev.quarterdeck.accounts.proof;

/**
 * Why AWS did not do what it was asked. {@code what} is the action denied, or the policy that bars it, or AWS's error
 * code; {@code message} is AWS's own.
 */
public record Trouble(Kind kind, String what, String message) {
    public enum Kind {
        DENIED,
        /** An organization's policy forbids it to everyone in the account. */
        BARRED,
        /** The thing asked about is not there. */
        ABSENT,
        THROTTLED,
        /** The credentials themselves are no good. */
        NO_CREDENTIALS,
        /** The service or call does not exist there. */
        UNSUPPORTED,
        FAILED
    }
}
