package dev.quarterdeck.kernel.events;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An event on its way: which handlers have it, how often one failed, and why. As a row it says when it is due. */
record Parcel(DomainEvent event, Set<String> handled, int failures, String why) {
    static final Index INDEX = Index.FIRST;
    static final String GIVEN_UP = "dead-letters";

    /** Several partitions, so that no busy hub writes more into one than it takes. */
    static final int LANES = 4;

    private static final int MOST_FAILURES = 8;
    private static final String PREFIX = "event#";

    Parcel {
        handled = Set.copyOf(handled);
    }

    static Key key(String eventId) {
        return new Key(PREFIX + eventId, "event");
    }

    /** The event that waits in the row with this key. */
    static Optional<String> eventId(Key key) {
        String partition = key.partition();
        return partition.startsWith(PREFIX) ? Optional.of(partition.substring(PREFIX.length())) : Optional.empty();
    }

    static String lane(int number) {
        return "outbox#" + number;
    }

    String lane() {
        return lane(Math.floorMod(event.id().hashCode(), LANES));
    }

    /** Places are in the order of time; those up to a moment sort before this. */
    static String before(Instant end) {
        return "%013d".formatted(end.toEpochMilli() + 1);
    }

    static boolean due(Row row, Instant now) {
        return Optional.ofNullable(row.indexed().get(INDEX))
                .filter(_ -> !givenUp(row))
                .filter(place -> place.sort().compareTo(before(now)) < 0)
                .isPresent();
    }

    static boolean givenUp(Row row) {
        return Optional.ofNullable(row.indexed().get(INDEX))
                .filter(place -> place.partition().equals(GIVEN_UP))
                .isPresent();
    }

    static Row row(DomainEvent event) {
        return new Parcel(event, Set.of(), 0, "").row(1, event.at());
    }

    static Parcel from(Row row) {
        var fields = Fields.of(row.data());
        var event = fields.object("event");
        return new Parcel(
                new DomainEvent(
                        event.text("id"),
                        event.text("aggregate"),
                        event.whole("version"),
                        event.text("type"),
                        event.instant("at"),
                        event.object("data").json()),
                Set.copyOf(fields.texts("handled")),
                Math.toIntExact(fields.whole("failures")),
                fields.text("why"));
    }

    /** The row after a failure: due again later, each time after twice as long, or given up. */
    Row failed(Row before, Set<String> handledNow, String reason, Instant now) {
        var next = new Parcel(event, handledNow, failures + 1, reason);
        return next.failures < MOST_FAILURES
                ? next.row(before.version() + 1, now.plus(Duration.ofSeconds(1L << failures)))
                : next.row(before.version() + 1, GIVEN_UP, now);
    }

    /** The row of one that was given up, due at once and with all its tries before it. */
    Row again(Row before, Instant now) {
        return new Parcel(event, handled, 0, why).row(before.version() + 1, now);
    }

    private Row row(long rowVersion, Instant due) {
        return row(rowVersion, lane(), due);
    }

    private Row row(long rowVersion, String partition, Instant due) {
        Key place = new Key(partition, "%013d#%s".formatted(due.toEpochMilli(), event.id()));
        var data = new Members()
                .put(
                        "event",
                        new Members()
                                .put("id", event.id())
                                .put("aggregate", event.aggregate())
                                .put("version", event.version())
                                .put("type", event.type())
                                .put("at", event.at())
                                .put("data", event.data()))
                .put("handled", new TreeSet<>(handled))
                .put("failures", failures)
                .put("why", why);
        return new Row(key(event.id()), rowVersion, data.json(), Map.of(INDEX, place), Optional.empty());
    }
}
