package dev.quarterdeck.workflows;

import dev.quarterdeck.kernel.Json;
import java.util.Optional;

/**
 * Runs workflows: Step Functions in AWS, an interpreter at home. What is recorded is never done again; what was begun and
 * not recorded may be done twice, so every task must bear that.
 */
public interface Workflows {
    /** Starts an execution under a name; a second start under it, with the same input, is the first one. */
    Started start(String workflow, String name, Json input);

    Optional<Execution> find(ExecutionId id);

    /** Ends an execution that still runs; whatever it was doing is not waited for. */
    void stop(ExecutionId id, String why);

    /** Answers a task that waits for its token. Says whether one did. */
    boolean succeed(String token, Json output);

    /** Lets a task that waits for its token fail. Says whether one did. */
    boolean fail(String token, Fault fault);

    /** Tells that whoever holds the token still works. Says whether anybody waits for it. */
    boolean beat(String token);

    /** What became of a start. */
    sealed interface Started {
        record Begun(ExecutionId id) implements Started {}

        /** It was started before, with the same input. */
        record Already(ExecutionId id) implements Started {}

        /** The name is taken by an execution with another input. */
        record Taken(ExecutionId id) implements Started {}
    }
}
