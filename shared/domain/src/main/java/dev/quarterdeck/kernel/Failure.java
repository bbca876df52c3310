package dev.quarterdeck.kernel;

import java.time.Duration;
import java.util.List;

/**
 * An expected reason not to do what was asked, which the edge tells the person or program that asked. Texts say what
 * was wrong, the value, and what to do; they never hold a secret.
 */
public sealed interface Failure {
    /** There is no such thing, or the caller may not know that there is. */
    record NotFound(String what, String id) implements Failure {}

    /** The request's content is wrong, in these places. */
    record Invalid(List<Violation> violations) implements Failure {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }

    /** The caller is known, and may not do this. */
    record Forbidden(String permission, String why) implements Failure {}

    /** Nobody is signed in, or no longer. */
    record Unauthenticated(String why) implements Failure {}

    /** The caller may do this, but must prove once more who they are. */
    record FreshSignInNeeded(Duration within) implements Failure {}

    /** What is there stands against it. */
    record Conflict(String why) implements Failure {}

    /** It changed since the caller read it. */
    record Stale(String what, String id) implements Failure {}

    record TooMany(String what, Duration retryAfter) implements Failure {}

    /** Something that the hub needs does not answer. */
    record Unavailable(String why) implements Failure {}

    /** One wrong place: a JSON pointer into the body ({@code /role_arn}), or the name of a parameter. */
    record Violation(String at, String why) {}

    static Invalid invalid(String at, String why) {
        return new Invalid(List.of(new Violation(at, why)));
    }
}
