package dev.quarterdeck.edge;

import dev.quarterdeck.identity.access.Target;
import java.util.function.Function;

/** Which code answers an operation of the contract, and what a request of it is about as far as rights go. */
public record Route(String operation, Function<Call, Target> target, Handler handler) {
    /** An operation about the hub itself, or one whose handler narrows a list to what the caller may see. */
    public static Route of(String operation, Handler handler) {
        return new Route(operation, call -> Target.Hub.VALUE, handler);
    }

    /** Answers one request; expected refusals are thrown as FailureException. */
    @FunctionalInterface
    public interface Handler {
        Reply handle(Call call);
    }
}
