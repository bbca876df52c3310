package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.workflows.Execution;
import dev.quarterdeck.workflows.Execution.Ending;
import dev.quarterdeck.workflows.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far an execution has come: what happened is written first, and then it is so. */
final class Course {
    /** Step Functions ends an execution of a longer history. */
    static final int LONGEST_HISTORY = 25_000;

    private final Machine machine;
    private final Journal journal;
    private final Tasks tasks;
    private final Sequence root;
    private Execution execution;
    private Optional<Instant> due = Optional.empty();

    Course(Execution execution, Machine machine, Journal journal, Tasks tasks) {
        this.execution = execution;
        this.machine = machine;
        this.journal = journal;
        this.tasks = tasks;
        this.root = new Sequence(machine.graph());
        journal.read().forEach(this::apply);
    }

    private void apply(Event event) {
        root.apply(event.what().place().numbers(), event);
    }

    Execution execution() {
        return execution;
    }

    Machine machine() {
        return machine;
    }

    Tasks tasks() {
        return tasks;
    }

    Sequence root() {
        return root;
    }

    Instant now() {
        return journal.now();
    }

    /** When there will be something to do again although nothing happens. */
    Optional<Instant> due() {
        return due;
    }

    void forgetDue() {
        due = Optional.empty();
    }

    void lookAgain(Instant at) {
        due = Optional.of(due.filter(at::isAfter).orElse(at));
    }

    /** Writes what happened; the execution ends if it is what ends it. */
    void record(Happening... happenings) {
        record(List.of(happenings));
    }

    void record(List<Happening> happenings) {
        Optional<Ending> ending = ending(happenings.getLast());
        if (ending.isEmpty() && journal.weight() + happenings.size() > LONGEST_HISTORY) {
            end(new Ending.Failed(
                    Fault.runtime("its history has more than %d events".formatted(LONGEST_HISTORY)), now()));
            return;
        }
        List<Write> besides = ending.map(this::writes).orElse(List.of());
        journal.append(happenings, besides).forEach(this::apply);
        ending.ifPresent(this::ended);
    }

    /** Ends it from outside: too late, too long, or stopped. */
    void end(Ending ending) {
        root.open().forEach(this::abandon);
        journal.append(List.of(), writes(ending));
        ended(ending);
    }

    private Optional<Ending> ending(Happening last) {
        if (last.place().numbers().size() > 1) {
            return Optional.empty();
        }
        return switch (last) {
            case Happening.Exited(Place _, var output, var end)
            when end -> Optional.of(new Ending.Succeeded(output, now()));
            case Happening.Broken(Place _, var fault) -> Optional.of(new Ending.Failed(fault, now()));
            default -> Optional.empty();
        };
    }

    private List<Write> writes(Ending ending) {
        return List.of(
                Write.put(ExecutionRows.row(with(ending))),
                Write.delete(ExecutionRows.running(execution.id()).key()));
    }

    private void ended(Ending ending) {
        execution = with(ending);
    }

    private Execution with(Ending ending) {
        return new Execution(
                execution.id(), execution.definition(), execution.input(), execution.startedAt(), Optional.of(ending));
    }

    /** Leaves a state for the next one, or ends what it stands in. */
    void leave(Step step, Json output, Optional<String> next, Happening... before) {
        Json payload = Payload.checked(output);
        var happenings = new ArrayList<>(List.of(before));
        happenings.add(new Happening.Exited(step.place(), payload, next.isEmpty()));
        next.ifPresent(name -> happenings.add(new Happening.Entered(step.place().next(), name, payload)));
        record(happenings);
    }

    /** A state failed: it is tried again, or caught, or what it stands in fails. */
    void fail(Step step, Fault fault) {
        abandon(step);
        if (!(step.state() instanceof State.Guarded guarded)) {
            record(new Happening.Broken(step.place(), fault));
            return;
        }
        Handling handling = guarded.handling();
        Optional<Happening.Again> again = again(step, handling, fault);
        var failed = new Happening.Failed(step.place(), fault, again);
        if (again.isPresent()) {
            record(failed);
            return;
        }
        handling.catcher(fault.error())
                .ifPresentOrElse(
                        catcher -> goOn(step, catcher, failed),
                        () -> record(failed, new Happening.Broken(step.place(), fault)));
    }

    private Optional<Happening.Again> again(Step step, Handling handling, Fault fault) {
        return handling.retrier(fault.error())
                .filter(i -> step.tries(i) < handling.retriers().get(i).attempts())
                .map(i -> new Happening.Again(
                        i, now().plus(handling.retriers().get(i).pauses().after(step.tries(i) + 1))));
    }

    private void goOn(Step step, Handling.Catcher catcher, Happening.Failed failed) {
        Fault fault = failed.fault();
        Json told = new Members()
                .put("Error", fault.error())
                .put("Cause", fault.cause())
                .json();
        try {
            leave(step, catcher.placing().place(step.input(), told), Optional.of(catcher.next()), failed);
        } catch (FaultException e) {
            record(failed, new Happening.Broken(step.place(), e.fault()));
        }
    }

    /** What is being done for a step, and for those that it forked into, is waited for no more. */
    void abandon(Step step) {
        Stream.concat(Stream.of(step), step.children().values().stream().flatMap(Sequence::open))
                .forEach(some -> tasks.forget(execution.id(), key(some)));
    }

    static String key(Step step) {
        return "%s/%d".formatted(step.place(), step.tries());
    }
}
