package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.workflows.Execution;
import dev.quarterdeck.workflows.Execution.Ending;
import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.Fault;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings one execution as far as it can come now. It never waits: it says when to call again. */
final class Walk {
    private final Course course;
    private final TaskStep tasks;
    private final ForkStep forks;

    Walk(Course course, Consumer<ExecutionId> wake) {
        this.course = course;
        this.tasks = new TaskStep(course, wake);
        this.forks = new ForkStep(course, this::walk);
    }

    Execution execution() {
        return course.execution();
    }

    /** Does all that can be done, and says when there will be more to do. */
    synchronized Optional<Instant> advance() {
        course.forgetDue();
        if (execution().isRunning() && !isTimedOut()) {
            walk(course.root(), Json.Obj.EMPTY);
        }
        return execution().isRunning() ? course.due() : Optional.empty();
    }

    private boolean isTimedOut() {
        Optional<Instant> end = course.machine().timeout().map(execution().startedAt()::plus);
        boolean late = end.filter(some -> !some.isAfter(course.now())).isPresent();
        if (late) {
            course.end(new Ending.TimedOut(course.now()));
        } else {
            end.ifPresent(course::lookAgain);
        }
        return late;
    }

    synchronized void stop(String why) {
        if (execution().isRunning()) {
            course.end(new Ending.Aborted(why, course.now()));
        }
    }

    synchronized boolean answer(Token token, Happening.Outcome outcome) {
        Optional<Step> waiting = waiting(token);
        waiting.ifPresent(step -> course.record(new Happening.Answered(step.place(), outcome)));
        return waiting.isPresent();
    }

    synchronized boolean beat(Token token) {
        Optional<Step> waiting = waiting(token);
        waiting.ifPresent(step -> course.record(new Happening.Beaten(step.place())));
        return waiting.isPresent();
    }

    private Optional<Step> waiting(Token token) {
        return course.root()
                .open()
                .filter(_ -> execution().isRunning())
                .filter(step -> step.attempt()
                        .filter(attempt -> attempt.answer().isEmpty())
                        .flatMap(attempt -> attempt.scheduled().token())
                        .filter(token.text()::equals)
                        .isPresent())
                .findFirst();
    }

    private void walk(Sequence sequence, Json.Obj item) {
        boolean moves = true;
        while (moves && !sequence.isOver() && execution().isRunning()) {
            moves = step(sequence.step(), item);
        }
    }

    /** Whether it came any further. */
    private boolean step(Step step, Json.Obj item) {
        if (step.again().filter(at -> at.isAfter(course.now())).isPresent()) {
            course.lookAgain(step.again().get());
            return false;
        }
        try {
            return step(step, new Scope(step.input(), context(step, item)));
        } catch (FaultException e) {
            course.fail(step, e.fault());
            return true;
        }
    }

    private boolean step(Step step, Scope scope) {
        return switch (step.state()) {
            case State.Task task -> tasks.work(step, task, scope);
            case State.Map map -> forks.map(step, map, scope);
            case State.Parallel parallel -> forks.parallel(step, parallel, scope);
            case State.Wait wait -> waits(step, wait, scope);
            case State.Pass(var flow, var result, var next) -> {
                Json effective = flow.effective(scope);
                course.leave(step, flow.leave(scope, result.orElse(effective)), next);
                yield true;
            }
            case State.Succeed(var flow) -> {
                course.leave(step, through(flow, scope), Optional.empty());
                yield true;
            }
            case State.Choice choice -> {
                course.leave(step, through(choice.flow(), scope), Optional.of(chosen(choice, scope)));
                yield true;
            }
            case State.Fail(Flow _, var error, var cause) ->
                throw new FaultException(words(error, scope), words(cause, scope));
        };
    }

    /** Neither parameters nor a result: what is seen goes on. */
    private static Json through(Flow flow, Scope scope) {
        return flow.output().apply(scope.with(flow.seen(scope)));
    }

    private static String chosen(State.Choice choice, Scope scope) {
        Scope seen = scope.with(choice.flow().seen(scope));
        return choice.options().stream()
                .filter(option -> option.rule().holds(seen))
                .map(State.Choice.Option::next)
                .findFirst()
                .or(choice::otherwise)
                .orElseThrow(
                        () -> new FaultException(Fault.NO_CHOICE_MATCHED, "no rule holds, and there is no default"));
    }

    private boolean waits(Step step, State.Wait wait, Scope scope) {
        Instant end = wait.until().end(scope.with(wait.flow().seen(scope)), step.enteredAt());
        if (end.isAfter(course.now())) {
            course.lookAgain(end);
            return false;
        }
        course.leave(step, through(wait.flow(), scope), wait.next());
        return true;
    }

    private static String words(State.Words words, Scope scope) {
        if (words.path().isEmpty()) {
            return words.fixed();
        }
        if (words.path().get().evaluate(scope) instanceof Json.Str(var text)) {
            return text;
        }
        throw new FaultException(Fault.runtime(
                "a text is wanted at the path '%s'".formatted(words.path().get().text())));
    }

    private Json.Obj context(Step step, Json.Obj item) {
        Execution execution = execution();
        Json.Obj context = new Members()
                .put(
                        "Execution",
                        new Members()
                                .put("Id", execution.id().toString())
                                .put("Input", execution.input())
                                .put("Name", execution.id().name())
                                .put("StartTime", execution.startedAt()))
                .put(
                        "State",
                        new Members()
                                .put("EnteredTime", step.enteredAt())
                                .put("Name", step.name())
                                .put("RetryCount", step.tries()))
                .put(
                        "StateMachine",
                        new Members()
                                .put("Id", execution.id().workflow())
                                .put("Name", execution.id().workflow()))
                .json();
        return item.members().isEmpty() ? context : context.with("Map", item);
    }
}
