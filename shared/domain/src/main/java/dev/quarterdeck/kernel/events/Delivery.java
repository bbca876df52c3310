package dev.quarterdeck.kernel.events;

import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Brings events to their handlers, each at least once. Whoever runs it (a thread, a stream's function, a sweeper) may
 * end at any moment, and several may run at a time: an event leaves the outbox only after all handlers had it.
 */
public final class Delivery {
    private static final int ATTEMPTS = 20;

    private final Table table;
    private final List<EventHandler> handlers;
    private final Clock clock;

    public Delivery(Table table, List<EventHandler> handlers, Clock clock) {
        this.table = table;
        this.handlers = List.copyOf(handlers);
        this.clock = clock;
    }

    /** Delivers all that is due, whoever should have delivered it before; says how many events went out. */
    public int sweep() {
        int delivered = 0;
        for (int lane = 0; lane < Parcel.LANES; lane++) {
            Query due = Query.of(Parcel.INDEX, Parcel.lane(lane))
                    .within(new Query.Range.Between("", Parcel.before(clock.instant())));
            Optional<Query> next = Optional.of(due);
            while (next.isPresent()) {
                Page page = table.query(next.get());
                for (Row row : page.rows()) {
                    delivered += deliver(Parcel.from(row).event().id()) ? 1 : 0;
                }
                next = page.next().map(due::from);
            }
        }
        return delivered;
    }

    /** Delivers what waits in this row, if it is one of the outbox: a stream tells of rows. */
    public boolean deliver(Key row) {
        return Parcel.eventId(row).filter(this::deliver).isPresent();
    }

    /** Delivers one event, if it is still in the outbox and due: what an index or a stream says may be old. */
    public boolean deliver(String eventId) {
        Optional<Row> row = table.get(Parcel.key(eventId)).filter(some -> Parcel.due(some, clock.instant()));
        return row.isPresent() && deliver(row.get());
    }

    private boolean deliver(Row row) {
        Parcel parcel = Parcel.from(row);
        var handled = new HashSet<>(parcel.handled());
        String trouble = "";
        for (EventHandler handler : handlers) {
            if (handler.wants(parcel.event().type()) && !handled.contains(handler.name())) {
                try {
                    handler.handle(parcel.event());
                    handled.add(handler.name());
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    return false;
                } catch (Exception e) {
                    trouble = "%s: %s".formatted(handler.name(), e);
                }
            }
        }
        var unchanged = new Condition.VersionIs(row.version());
        Write outcome = trouble.isEmpty()
                ? Write.delete(row.key()).when(unchanged)
                : Write.put(parcel.failed(row, handled, trouble, clock.instant()))
                        .when(unchanged);
        Contention.resolve(ATTEMPTS, () -> table.write(outcome)); // if another was faster, it has seen to it
        return trouble.isEmpty();
    }

    /** Events that were tried too often: they wait for somebody to look. */
    public List<GivenUp> givenUp(int most) {
        Page page = table.query(Query.of(Parcel.INDEX, Parcel.GIVEN_UP).limit(most));
        return page.rows().stream().map(GivenUp::from).toList();
    }

    /** Sends an event on its way once more, to the handlers that have not had it; says whether it was given up. */
    public boolean redrive(String eventId) {
        Instant now = clock.instant();
        Optional<Row> row = table.get(Parcel.key(eventId)).filter(Parcel::givenUp);
        return row.isPresent()
                && Contention.resolve(
                                ATTEMPTS,
                                () -> table.write(Write.put(
                                                Parcel.from(row.get()).again(row.get(), now))
                                        .when(new Condition.VersionIs(row.get().version()))))
                        .done();
    }
}
