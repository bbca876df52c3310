package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.Task;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/** What tasks are done by and where, and who is told when an execution cannot go on because the program is wrong. */
public record Work(Map<String, Task> tasks, Executor executor, BiConsumer<ExecutionId, RuntimeException> trouble) {
    public Work {
        tasks = Map.copyOf(tasks);
    }
}
