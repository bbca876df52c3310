package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import dev.quarterdeck.workflows.ExecutionId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The history of an execution. Events are numbered, and a number is given once: of two who write it, one must stop. */
final class Journal {
    private static final int ATTEMPTS = 50;

    private final Table table;
    private final Clock clock;
    private final ExecutionId id;
    private long written;
    private long weight;

    Journal(Table table, Clock clock, ExecutionId id) {
        this.table = table;
        this.clock = clock;
        this.id = id;
    }

    List<Event> read() {
        var query = Query.of(ExecutionRows.partition(id)).within(new Query.Range.StartsWith(ExecutionRows.EVENTS));
        List<Event> events = table.rows(query).map(ExecutionRows::event).toList();
        events.forEach(this::count);
        return events;
    }

    /** Writes what happened, together with other rows, or nothing at all. */
    List<Event> append(List<Happening> happenings, List<Write> besides) {
        Instant now = clock.instant();
        var events = new ArrayList<Event>();
        for (Happening happening : happenings) {
            events.add(new Event(written + events.size() + 1, now, happening));
        }
        var writes = new ArrayList<>(besides);
        events.forEach(
                event -> writes.add(Write.put(ExecutionRows.event(id, event)).when(Condition.ABSENT)));
        switch (Contention.resolve(ATTEMPTS, () -> table.write(writes))) {
            case Written.Done _ -> events.forEach(this::count);
            case Written.Refused _ -> throw new OvertakenException(id);
            case Written.Conflict _ -> throw new FailureException(new Failure.Unavailable("the table is busy"));
            case Written.TooLarge(var what, var is, var most) ->
                throw new IllegalStateException("a %s of %d, at most %d".formatted(what, is, most));
        }
        return events;
    }

    private void count(Event event) {
        written = event.number();
        weight += event.weight();
    }

    /** How long the history is, as Step Functions counts. */
    long weight() {
        return weight;
    }

    Instant now() {
        return clock.instant();
    }
}
