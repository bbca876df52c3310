package dev.quarterdeck.workflows;

import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.Optional;

/** How far an execution has come; {@code definition} is the hash of the definition it goes by. */
public record Execution(ExecutionId id, String definition, Json input, Instant startedAt, Optional<Ending> ending) {
    public boolean isRunning() {
        return ending.isEmpty();
    }

    /** How it ended. */
    public sealed interface Ending {
        Instant at();

        record Succeeded(Json output, Instant at) implements Ending {}

        record Failed(Fault fault, Instant at) implements Ending {}

        /** It ran longer than its definition lets it. */
        record TimedOut(Instant at) implements Ending {}

        /** Somebody stopped it. */
        record Aborted(String why, Instant at) implements Ending {}
    }
}
