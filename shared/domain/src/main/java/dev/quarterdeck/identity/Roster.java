package dev.quarterdeck.identity;

import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One user's sessions in one row, oldest first: a condition on it keeps their number within the limit. */
record Roster(UserId user, long version, List<Place> places) {
    record Place(String session, Instant end) {}

    Roster {
        places = List.copyOf(places);
    }

    static Key key(UserId user) {
        return new Key("user#" + user.handle(), "sessions");
    }

    static Roster read(UserId user, Optional<Row> row) {
        return row.map(it -> new Roster(user, it.version(), places(it.data())))
                .orElseGet(() -> new Roster(user, 0, List.of()));
    }

    /** Only those that may go on now. */
    Roster at(Instant now) {
        return with(places.stream().filter(place -> place.end().isAfter(now)));
    }

    Roster without(String session) {
        return with(places.stream().filter(place -> !place.session().equals(session)));
    }

    /** With one more, and as many of the others, from the youngest on, as there is room for. */
    Roster with(Session session, int atOnce) {
        var others = places.subList(Math.max(0, places.size() - atOnce + 1), places.size());
        return with(Stream.concat(others.stream(), Stream.of(new Place(session.id(), session.end()))));
    }

    List<String> sessions() {
        return places.stream().map(Place::session).toList();
    }

    /** Those of here that another one lacks. */
    List<String> missingIn(Roster other) {
        return sessions().stream().filter(id -> !other.sessions().contains(id)).toList();
    }

    /** Puts this in place of what was read. */
    Write saved() {
        var row = new Row(key(user), version + 1, json(), Map.of(), Optional.empty());
        return Write.put(row).when(version == 0 ? Condition.ABSENT : new Condition.VersionIs(version));
    }

    /** A transaction that this row refused lost a race, and can be tried again. */
    Written settled(Written written) {
        return written instanceof Written.Refused(var keys) && keys.contains(key(user))
                ? new Written.Conflict()
                : written;
    }

    private Roster with(Stream<Place> some) {
        return new Roster(user, version, some.toList());
    }

    private Json.Obj json() {
        return new Members()
                .put("sessions", Json.of(places.stream().map(Roster::json).toList()))
                .json();
    }

    private static Json.Obj json(Place place) {
        return new Members()
                .put("session_id", place.session())
                .put("ends_at", place.end())
                .json();
    }

    private static List<Place> places(Json.Obj json) {
        return Fields.of(json).objects("sessions").stream()
                .map(place -> new Place(place.text("session_id"), place.instant("ends_at")))
                .toList();
    }
}
