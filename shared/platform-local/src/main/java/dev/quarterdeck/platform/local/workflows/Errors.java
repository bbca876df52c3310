package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.workflows.Fault;
import java.util.List;

/** Names of errors that a retrier or a catcher is for. */
record Errors(List<String> names) {
    Errors {
        names = List.copyOf(names);
        if (names.isEmpty() || (names.contains(Fault.ALL) && names.size() > 1)) {
            throw new IllegalArgumentException("names errors, or States.ALL alone: %s".formatted(names));
        }
    }

    boolean isForAll() {
        return names.contains(Fault.ALL);
    }

    /** The wildcards leave out what AWS says they leave out; nothing at all is for a fault of the definition. */
    boolean match(String error) {
        boolean tooLarge = error.equals(Fault.DATA_LIMIT_EXCEEDED);
        return !error.equals(Fault.RUNTIME)
                && (names.contains(error)
                        || (isForAll() && !tooLarge)
                        || (names.contains(Fault.TASK_FAILED) && !tooLarge && !error.equals(Fault.TIMEOUT)));
    }
}
