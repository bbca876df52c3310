package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.workflows.Execution;
import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.TaskCall;
import dev.quarterdeck.workflows.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs one case under a clock that goes when there is nothing else to do, in as many processes as it takes. */
final class Stage {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Table table;
    private final TestClock clock;
    private final Case machine;
    private final ExecutionId id;
    private final Script script;

    Stage(Table table, TestClock clock, Case machine, String name) {
        this.table = table;
        this.clock = clock;
        this.machine = machine;
        this.id = new ExecutionId(machine.name(), name);
        this.script = new Script(machine, this::isNotRecorded);
    }

    /** Runs it to its end, or to the end of the process, which the table brings about. */
    Execution run(Table process) {
        var workflow = new Workflow(machine.name(), machine.definition().text());
        var work = new Work(script.tasks(), Runnable::run, (_, trouble) -> {
            throw trouble;
        });
        var workflows = new LocalWorkflows(process, clock, List.of(workflow), work);
        workflows.start(machine.name(), id.name(), machine.input());
        while (true) {
            Optional<Instant> due = workflows.round();
            if (workflows.find(id).filter(Execution::isRunning).isEmpty()) {
                return workflows.find(id).orElseThrow();
            }
            if (!script.answer(workflows)) {
                clock.advance(Duration.between(clock.instant(), due.orElseThrow()));
            }
        }
    }

    List<Event> history() {
        return history(table, id);
    }

    static List<Event> history(Table table, ExecutionId id) {
        return table
                .query(Query.of(ExecutionRows.partition(id))
                        .within(new Query.Range.StartsWith(ExecutionRows.EVENTS))
                        .limit(1000))
                .rows()
                .stream()
                .map(ExecutionRows::event)
                .toList();
    }

    /** A step of which the result is known is not done again. */
    private void isNotRecorded(TaskCall call) {
        String place = call.key().substring(0, call.key().indexOf('/'));
        for (Event event : history()) {
            if (event.what() instanceof Happening.Succeeded(var there, Json _)
                    && there.toString().equals(place)) {
                throw new AssertionError("done again although its result was recorded: " + place);
            }
        }
    }
}
