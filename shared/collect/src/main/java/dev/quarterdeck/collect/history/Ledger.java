package dev.quarterdeck.collect.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.segments.Lines;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.rows.JsonRow;
import dev.quarterdeck.inventory.rows.Rows;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What is known of all looking at an account: for each region and type the last look, as its coverage, and in {@code
 * seen_at} when all there is was last listed, which may be before that.
 */
final class Ledger {
    private static final String SEEN_AT = "seen_at";
    private static final String SEEN = Coverage.Status.LOOKED.toString();

    private final SequencedMap<Spot, Json.Obj> rows = new LinkedHashMap<>();
    private final Map<Spot, String> seenBefore = new HashMap<>();
    private final Map<Spot, String> seenNow = new HashMap<>();

    /** Where in an account. {@code type} is empty where nothing could be told type by type. */
    record Spot(String region, String type) {
        static Spot of(Json.Obj row) {
            return new Spot(text(row, "region").orElse(""), text(row, "type").orElse(""));
        }

        Spot everywhere() {
            return new Spot(Resource.Place.GLOBAL, type);
        }
    }

    static Ledger read(Objects objects, Optional<ObjectName> name) throws IOException {
        var ledger = new Ledger();
        if (name.isPresent()) {
            Lines.read(objects, name.get(), ledger::known);
        }
        return ledger;
    }

    /** Of an account of which nothing is known, whoever looked: as far as the next look is concerned nobody did. */
    static Ledger nothing(AccountId account, String why, Instant since) {
        var ledger = new Ledger();
        ledger.known(JsonRow.of(Rows.coverage(new Coverage(
                new Coverage.Area(account.value(), Coverage.EVERYWHERE, Optional.empty()),
                Coverage.Status.FAILED,
                new Coverage.Reason(why, Optional.empty(), Optional.empty()),
                0,
                since))));
        return ledger;
    }

    private void known(Json.Obj row) {
        rows.put(Spot.of(row), row);
        text(row, SEEN_AT).ifPresent(at -> seenBefore.put(Spot.of(row), at));
    }

    /** Takes a look's coverage, each word of it in place of the one before on the same area. */
    void look(Objects objects, ObjectName coverage) throws IOException {
        Lines.read(objects, coverage, this::looked);
    }

    private void looked(Json.Obj row) {
        Spot spot = Spot.of(row);
        Optional<String> seen = text(row, "status").filter(SEEN::equals).flatMap(_ -> text(row, "looked_at"));
        seen.ifPresent(at -> seenNow.put(spot, at));
        rows.put(
                spot,
                seen.or(() -> Optional.ofNullable(seenBefore.get(spot)))
                        .map(at -> row.with(SEEN_AT, Json.of(at)))
                        .orElse(row));
        if (!spot.type().isEmpty()) {
            rows.keySet().removeIf(other -> other.type().isEmpty());
        }
    }

    /**
     * When the looks taken here listed all there is where this resource is, if they did; a list that is asked in one place
     * for all regions speaks for each of them.
     */
    Optional<String> lookedNow(Json.Obj resource) {
        return at(seenNow, Spot.of(resource));
    }

    /** When that was done before these looks, if ever. */
    Optional<String> seenBefore(Json.Obj resource) {
        return at(seenBefore, Spot.of(resource));
    }

    private static Optional<String> at(Map<Spot, String> seen, Spot spot) {
        return Optional.ofNullable(seen.get(spot)).or(() -> Optional.ofNullable(seen.get(spot.everywhere())));
    }

    private static Optional<String> text(Json.Obj row, String column) {
        return Fields.of(row).maybeText(column);
    }

    /** Of what was known once, after what was known later is lost: whatever had been looked at has to be looked at again. */
    void aged(String why) {
        rows.replaceAll((_, row) -> row.get("status").equals(Optional.of(Json.of(SEEN)))
                ? row.with("status", Json.of(Coverage.Status.STALE.toString())).with("reason", Json.of(why))
                : row);
    }

    /** How many areas the last look did not see in full. */
    long gaps() {
        return rows.values().stream()
                .filter(row -> !row.get("status").equals(Optional.of(Json.of(SEEN))))
                .count();
    }

    List<Json.Obj> rows() {
        return List.copyOf(rows.values());
    }

    ObjectName write(Objects objects, ObjectName name) throws IOException {
        try (Lines lines = Lines.begin()) {
            for (Json.Obj row : rows.values()) {
                lines.add(row);
            }
            return lines.finish(objects, name);
        }
    }
}
