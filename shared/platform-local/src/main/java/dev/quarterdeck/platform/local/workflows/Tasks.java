package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.Fault;
import dev.quarterdeck.workflows.Task;
import dev.quarterdeck.workflows.TaskCall;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** The tasks that are being done in this process. */
final class Tasks {
    private final Map<String, Task> tasks;
    private final Executor executor;
    private final Map<Name, FutureTask<Json>> begun = new ConcurrentHashMap<>();

    Tasks(Map<String, Task> tasks, Executor executor) {
        this.tasks = Map.copyOf(tasks);
        this.executor = executor;
    }

    private record Name(ExecutionId execution, String key) {
        static Name of(TaskCall call) {
            return new Name(call.execution(), call.key());
        }
    }

    boolean know(String task) {
        return tasks.containsKey(task);
    }

    /** What it has come to, if it has. */
    Optional<Happening.Outcome> outcome(TaskCall call) {
        return Optional.ofNullable(begun.get(Name.of(call)))
                .filter(FutureTask::isDone)
                .map(Tasks::outcome);
    }

    /** Begins it unless it is under way; whoever runs the execution is told when it is done. */
    void begin(String task, TaskCall call, Consumer<ExecutionId> done) {
        Task work = Objects.requireNonNull(tasks.get(task), task);
        var future = new FutureTask<>(() -> work.perform(call)) {
            @Override
            protected void done() {
                done.accept(call.execution());
            }
        };
        if (begun.putIfAbsent(Name.of(call), future) == null) {
            executor.execute(future);
        }
    }

    /** Nobody waits for it any more. */
    void forget(ExecutionId execution, String key) {
        Optional.ofNullable(begun.remove(new Name(execution, key))).ifPresent(future -> future.cancel(true));
    }

    void forgetAll() {
        begun.keySet().forEach(name -> forget(name.execution(), name.key()));
    }

    private static Happening.Outcome outcome(FutureTask<Json> future) {
        return switch (future.state()) {
            case SUCCESS -> new Happening.Outcome.Done(future.resultNow());
            case FAILED -> new Happening.Outcome.Failing(fault(future.exceptionNow()));
            case RUNNING, CANCELLED -> throw new IllegalStateException("a task that is forgotten has no outcome");
        };
    }

    /** Named as Lambda names what a function throws. */
    private static Fault fault(Throwable thrown) {
        return thrown instanceof FaultException named
                ? named.fault()
                : new Fault(thrown.getClass().getName(), String.valueOf(thrown.getMessage()));
    }
}
