package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.Fault;
import dev.quarterdeck.workflows.TaskCall;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is done about a task: it is scheduled, done, waited for, and its result taken. */
final class TaskStep {
    private final Course course;
    private final Consumer<ExecutionId> wake;

    TaskStep(Course course, Consumer<ExecutionId> wake) {
        this.course = course;
        this.wake = wake;
    }

    boolean work(Step step, State.Task task, Scope scope) {
        if (step.attempt().isEmpty()) {
            schedule(step, task, scope);
            return true;
        }
        Step.Attempt attempt = step.attempt().get();
        var call = new TaskCall(
                course.execution().id(),
                Course.key(step),
                attempt.scheduled().input(),
                attempt.scheduled().token());
        Optional<Happening.Outcome> outcome =
                attempt.answer().or(() -> course.tasks().outcome(call));
        if (outcome.isPresent()) {
            settle(step, task, scope, outcome.get());
            return true;
        }
        return waits(task, attempt, call);
    }

    private void schedule(Step step, State.Task task, Scope scope) {
        Optional<Token> token = task.resource().waitsForToken()
                ? Optional.of(Token.next(course.execution().id()))
                : Optional.empty();
        Scope all = token.map(some -> new Scope(
                        scope.data(),
                        scope.context()
                                .with(
                                        "Task",
                                        new Members().put("Token", some.text()).json())))
                .orElse(scope);
        Json effective = Payload.checked(task.flow().effective(all));
        Json input = token.isPresent() && effective instanceof Json.Obj parameters
                ? parameters.get("Payload").orElse(Json.Obj.EMPTY)
                : effective;
        course.record(new Happening.Scheduled(step.place(), input, token.map(Token::text)));
    }

    private void settle(Step step, State.Task task, Scope scope, Happening.Outcome outcome) {
        Step.Attempt attempt = step.attempt().orElseThrow();
        boolean waitsOn = task.resource().waitsForToken() && attempt.answer().isEmpty();
        switch (outcome) {
            case Happening.Outcome.Failing(var fault) -> course.fail(step, fault);
            case Happening.Outcome.Done _
            when waitsOn && !attempt.submitted() -> course.record(new Happening.Submitted(step.place()));
            case Happening.Outcome.Done(var result) -> {
                Json output = task.flow().leave(scope, Payload.checked(result));
                var succeeded = new Happening.Succeeded(step.place(), result);
                course.leave(step, output, task.next(), succeeded);
            }
        }
        course.abandon(step);
    }

    /** Whether it failed meanwhile for being late, or could be done at once. */
    private boolean waits(State.Task task, Step.Attempt attempt, TaskCall call) {
        Optional<Instant> end = task.patience().timeout().map(attempt.at()::plus);
        Optional<Instant> silence = task.patience().heartbeat().map(attempt.beatenAt()::plus);
        if (isPast(end)) {
            throw new FaultException(Fault.TIMEOUT, "the task took too long");
        }
        if (isPast(silence)) {
            throw new FaultException(Fault.HEARTBEAT_TIMEOUT, "the task gave no sign of life");
        }
        if (!course.tasks().know(task.resource().task())) {
            throw new FaultException(Fault.runtime(
                    "there is no task '%s'".formatted(task.resource().task())));
        }
        if (!attempt.submitted()) {
            course.tasks().begin(task.resource().task(), call, wake);
            if (course.tasks().outcome(call).isPresent()) {
                return true;
            }
        }
        Stream.concat(end.stream(), silence.stream()).forEach(course::lookAgain);
        return false;
    }

    private boolean isPast(Optional<Instant> end) {
        return end.filter(some -> !some.isAfter(course.now())).isPresent();
    }
}
