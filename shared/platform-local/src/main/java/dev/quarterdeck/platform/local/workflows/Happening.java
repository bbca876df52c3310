package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.workflows.Fault;
import java.time.Instant;
import java.util.Optional;

/** What happened at a place of an execution; a restart knows this and nothing else. */
sealed interface Happening {
    Place place();

    /** A state was entered; where it is the first of its branch or iteration, that begins with it. */
    record Entered(Place place, String state, Json input) implements Happening {}

    /** A state was left; {@code last} if what it stands in ended with it. */
    record Exited(Place place, Json output, boolean last) implements Happening {}

    /** A task was given what it is to do, and the token it is to be answered with. */
    record Scheduled(Place place, Json input, Optional<String> token) implements Happening {}

    /** Whoever is to answer has the token. */
    record Submitted(Place place) implements Happening {}

    /** Whoever has the token still works. */
    record Beaten(Place place) implements Happening {}

    /** The token came back. */
    record Answered(Place place, Outcome outcome) implements Happening {}

    record Succeeded(Place place, Json result) implements Happening {}

    /** A state failed, and is tried again if there is an {@code again}. */
    record Failed(Place place, Fault fault, Optional<Again> again) implements Happening {}

    /** What this state stands in failed with it. */
    record Broken(Place place, Fault fault) implements Happening {}

    /** Because of which retrier, and when. */
    record Again(int retrier, Instant at) {}

    /** What a task came to. */
    sealed interface Outcome {
        record Done(Json result) implements Outcome {}

        record Failing(Fault fault) implements Outcome {}
    }
}
