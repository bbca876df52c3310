package dev.quarterdeck.inventory.scheduling;

import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The schedules of a hub, each change of one on record. */
public final class Schedules {
    private static final String PARTITION = "SCHEDULES";
    /** So that the one that every hub begins with is made once, and stays away when it was deleted. */
    private static final Key MADE = new Key("SCHEDULES-MADE", "DEFAULT");

    private static final int ATTEMPTS = 50;

    private final Table table;
    private final AuditLog audit;

    public Schedules(Table table, AuditLog audit) {
        this.table = table;
        this.audit = audit;
    }

    /** A schedule in the version that was read. */
    public record Kept(Schedule schedule, Row row) {
        public long version() {
            return row.version();
        }
    }

    public Stream<Kept> all() {
        return table.rows(Query.of(PARTITION)).map(Schedules::kept);
    }

    public Optional<Kept> find(ScheduleId id) {
        return table.get(key(id)).map(Schedules::kept);
    }

    public Kept add(Schedule schedule, Attribution by) {
        return add(schedule, List.of(), by)
                .orElseThrow(() -> new FailureException(new Failure.Conflict(
                        "there is a schedule '%s' already: choose another id".formatted(schedule.id()))));
    }

    /** Makes the schedule that every hub begins with, unless that was done before. */
    public boolean addDefault(Schedule schedule, Attribution by) {
        return table.get(MADE).isEmpty()
                && add(schedule, List.of(Write.put(Row.of(MADE, Json.Obj.EMPTY)).when(Condition.ABSENT)), by)
                        .isPresent();
    }

    private Optional<Kept> add(Schedule schedule, List<Write> along, Attribution by) {
        var writes = Stream.concat(
                        along.stream(),
                        Stream.of(Write.put(Row.of(key(schedule.id()), json(schedule)))
                                .when(Condition.ABSENT)))
                .toList();
        var entry =
                by.did("schedule:create", Thing.made("schedule", schedule.id().value(), json(schedule)));
        Written written = Contention.resolve(ATTEMPTS, () -> audit.commit(writes, entry));
        return written.done() ? find(schedule.id()) : Optional.empty();
    }

    /** Changes the version that somebody read. */
    public Kept replace(Kept before, UnaryOperator<Schedule> change, Attribution by) {
        Schedule after = change.apply(before.schedule());
        var entry = by.did(
                "schedule:update", Thing.changed("schedule", after.id().value(), json(before.schedule()), json(after)));
        settle(after.id(), () -> audit.commit(List.of(put(before, after)), entry));
        return find(after.id()).orElseThrow();
    }

    public void remove(Kept kept, Attribution by) {
        ScheduleId id = kept.schedule().id();
        var entry = by.did("schedule:delete", Thing.removed("schedule", id.value(), json(kept.schedule())));
        Write gone = Write.delete(key(id)).when(new Condition.VersionIs(kept.version()));
        settle(id, () -> audit.commit(List.of(gone), entry));
    }

    private static void settle(ScheduleId id, Supplier<Written> attempt) {
        switch (Contention.resolve(ATTEMPTS, attempt)) {
            case Written.Done _ -> {}
            case Written.Refused _ -> throw new FailureException(new Failure.Stale("schedule", id.value()));
            case Written.Conflict _, Written.TooLarge _ ->
                throw new FailureException(new Failure.Unavailable("others change schedules too: try again"));
        }
    }

    /** The write by which what was due is seen to: of two who try one is refused. */
    static Write put(Kept before, Schedule after) {
        return Write.put(before.row().next(json(after))).when(new Condition.VersionIs(before.version()));
    }

    private static Json.Obj json(Schedule schedule) {
        return schedule.shown().maybeAt("due_at", schedule.course().next()).json();
    }

    private static Kept kept(Row row) {
        return new Kept(Schedule.of(Fields.of(row.data())), row);
    }

    private static Key key(ScheduleId id) {
        return new Key(PARTITION, id.value());
    }
}
