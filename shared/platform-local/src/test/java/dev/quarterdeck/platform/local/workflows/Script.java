package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.workflows.Task;
import dev.quarterdeck.workflows.TaskCall;
import dev.quarterdeck.workflows.Workflows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The world outside of an execution: it does the tasks as their case says, and outlives the process that runs it. */
final class Script {
    private final Case machine;
    private final Consumer<TaskCall> watcher;
    private final Map<String, List<String>> calls = new HashMap<>();
    private final Queue<Consumer<Workflows>> answers = new ArrayDeque<>();

    Script(Case machine, Consumer<TaskCall> watcher) {
        this.machine = machine;
        this.watcher = watcher;
    }

    Map<String, Task> tasks() {
        return machine.tasks().keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> call -> perform(name, call)));
    }

    /** The same call is done the same way again. */
    private Json perform(String task, TaskCall call) {
        watcher.accept(call);
        List<String> known = calls.computeIfAbsent(task, _ -> new ArrayList<>());
        if (!known.contains(call.key())) {
            known.add(call.key());
        }
        List<Case.Behaviour> behaviours = Objects.requireNonNull(machine.tasks().get(task));
        return switch (behaviours.get(Math.min(known.indexOf(call.key()), behaviours.size() - 1))) {
            case Case.Behaviour.Returns(var result) -> result;
            case Case.Behaviour.Echoes _ -> call.input();
            case Case.Behaviour.Throws(var fault) -> throw new FaultException(fault);
            case Case.Behaviour.Answers(var result) -> later(workflows -> workflows.succeed(token(call), result));
            case Case.Behaviour.Refuses(var fault) -> later(workflows -> workflows.fail(token(call), fault));
            case Case.Behaviour.KeepsSilent _ -> Json.Null.VALUE;
        };
    }

    private static String token(TaskCall call) {
        return call.token().orElseThrow();
    }

    private Json later(Consumer<Workflows> answer) {
        answers.add(answer);
        return Json.Null.VALUE;
    }

    /** Gives the answers that are waited for; says whether there were any. */
    boolean answer(Workflows workflows) {
        boolean any = !answers.isEmpty();
        while (!answers.isEmpty()) {
            answers.peek().accept(workflows);
            answers.remove();
        }
        return any;
    }
}
