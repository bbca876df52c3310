package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.workflows.Execution;
import dev.quarterdeck.workflows.Execution.Ending;
import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.Fault;
import java.time.Duration;
import java.time.Instant;

/** Executions as rows: the execution, its place among those that run, its definition, its events. */
final class ExecutionRows {
    static final String RUNNING = "EXECUTIONS-RUNNING";
    static final String EVENTS = "EVENT#";
    /** An execution may wait for a year; what it knows outlives it. */
    private static final Duration KEPT = Duration.ofDays(400);

    private ExecutionRows() {}

    static String partition(ExecutionId id) {
        return "EXECUTION#" + id;
    }

    static Key key(ExecutionId id) {
        return new Key(partition(id), "EXECUTION");
    }

    static Row running(ExecutionId id) {
        return Row.of(new Key(RUNNING, id.toString()), Json.Obj.EMPTY);
    }

    static Key definition(String hash) {
        return new Key("WORKFLOW-DEFINITION#" + hash, "DEFINITION");
    }

    static Row event(ExecutionId id, Event event) {
        var key = new Key(partition(id), EVENTS + "%09d".formatted(event.number()));
        return Row.of(key, EventCodec.encode(event)).until(event.at().plus(KEPT));
    }

    static Event event(Row row) {
        return EventCodec.decode(Long.parseLong(row.key().sort().substring(EVENTS.length())), row.data());
    }

    static Row row(Execution execution) {
        var data = new Members()
                .put("definition", execution.definition())
                .put("input", execution.input().text())
                .put("started_at", execution.startedAt());
        Instant last = execution.ending().map(Ending::at).orElse(execution.startedAt());
        execution.ending().ifPresent(ending -> put(data, ending));
        return Row.of(key(execution.id()), data.json()).until(last.plus(KEPT));
    }

    static Execution execution(ExecutionId id, Row row) {
        Fields fields = Fields.of(row.data());
        return new Execution(
                id,
                fields.text("definition"),
                fields.text("input", Json::parse),
                fields.instant("started_at"),
                fields.maybeText("status").map(status -> ending(fields, status)));
    }

    private static void put(Members data, Ending ending) {
        data.put("status", ending.getClass().getSimpleName()).put("ended_at", ending.at());
        switch (ending) {
            case Ending.Succeeded(var output, Instant _) -> data.put("output", output.text());
            case Ending.Failed(var fault, Instant _) ->
                data.put("error", fault.error()).put("cause", fault.cause());
            case Ending.Aborted(var why, Instant _) -> data.put("cause", why);
            case Ending.TimedOut _ -> {}
        }
    }

    private static Ending ending(Fields fields, String status) {
        Instant at = fields.instant("ended_at");
        return switch (status) {
            case "Succeeded" -> new Ending.Succeeded(fields.text("output", Json::parse), at);
            case "Failed" -> new Ending.Failed(new Fault(fields.text("error"), fields.text("cause")), at);
            case "Aborted" -> new Ending.Aborted(fields.text("cause"), at);
            case "TimedOut" -> new Ending.TimedOut(at);
            case String other -> throw new IllegalStateException("no execution ends '%s'".formatted(other));
        };
    }
}
