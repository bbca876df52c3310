package dev.quarterdeck.workflows;

import dev.quarterdeck.kernel.Json;

/** A step of workflows that does something. It may be called twice for the same step, and be interrupted. */
@FunctionalInterface
public interface Task {
    /** Does it; what it throws fails the step, under the exception's class name. */
    Json perform(TaskCall call) throws InterruptedException;
}
