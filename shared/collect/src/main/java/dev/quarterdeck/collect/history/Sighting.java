package dev.quarterdeck.collect.history;

import dev.quarterdeck.inventory.history.ChangeKind;
import dev.quarterdeck.inventory.history.Difference;
import dev.quarterdeck.inventory.history.Looks;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Optional;

/** A resource as it was and as it was seen now. */
record Sighting(Json.Obj before, Json.Obj after) {
    static final String FIRST_SEEN = "first_seen";
    private static final String CHANGED_AT = "changed_at";

    List<Difference> fields(Looks looks) {
        return looks.between(before, after);
    }

    Optional<ChangeKind> kind(List<Difference> fields) {
        if (Looks.remade(before, after)) {
            return Optional.of(ChangeKind.RE_MADE);
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(ChangeKind.CHANGED);
    }

    /** The row that is kept: as it was seen now, with what only the hub remembers. */
    Json.Obj kept(boolean changed) {
        Json now = after.members().getOrDefault("looked_at", Json.Null.VALUE);
        Json first = before.get(FIRST_SEEN).or(() -> before.get("looked_at")).orElse(now);
        Json.Obj row = after.with(FIRST_SEEN, first);
        Optional<Json> since = changed ? Optional.of(now) : before.get(CHANGED_AT);
        return since.map(at -> row.with(CHANGED_AT, at)).orElse(row);
    }

    /** When it was last seen as it had been: at the last look at its area, and no earlier than its row was written. */
    Optional<String> lastSeen(Optional<String> areaSeen) {
        Optional<String> written = Fields.of(before).maybeText("looked_at");
        return areaSeen.filter(
                        at -> written.filter(row -> row.compareTo(at) > 0).isEmpty())
                .or(() -> written);
    }
}
