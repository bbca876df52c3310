package dev.quarterdeck.edge;

import dev.quarterdeck.identity.access.Target;
import java.util.Optional;
import java.util.function.Function;

/** Which code answers an operation of the contract, and what a request of it is about as far as rights go. */
public record Route(String operation, Function<Call, Optional<Target>> target, Handler handler) {
    /** An operation about the hub itself. */
    public static Route of(String operation, Handler handler) {
        return new Route(operation, _ -> Optional.of(Target.Hub.VALUE), handler);
    }

    /** An operation about one thing. */
    public static Route about(String operation, Function<Call, Target> target, Handler handler) {
        return new Route(operation, target.andThen(Optional::of), handler);
    }

    /** A list, of which the handler gives what the call's sight includes. */
    public static Route list(String operation, Handler handler) {
        return new Route(operation, _ -> Optional.empty(), handler);
    }

    /** Answers one request; expected refusals are thrown as FailureException. */
    @FunctionalInterface
    public interface Handler {
        Reply handle(Call call);
    }
}
