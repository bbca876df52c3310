package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.workflows.ExecutionId;

/** Somebody else runs this execution too, and was quicker: it is theirs. */
final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OvertakenException(ExecutionId id) {
        super("the execution '%s' goes on elsewhere".formatted(id), null, false, false);
    }
}
