package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.segments.Entry;
import dev.quarterdeck.collect.segments.Print;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.Alteration;
import dev.quarterdeck.inventory.history.ChangeKind;
import dev.quarterdeck.inventory.history.Difference;
import dev.quarterdeck.inventory.history.Looks;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * An account at one instant held against itself at a later one. Only what lies in segments that not both are made of is
 * looked at, and of that only rows whose prints differ are read.
 */
final class Comparison {
    private static final int A_TIME = 500;

    private final SegmentedAccount earlier;
    private final SegmentedAccount later;
    private final Looks looks;
    private final SortedSet<Uid> apart;
    private final Map<Bearer, Uid> gone = new HashMap<>();

    /** What one resource can take over from another that is gone. */
    private record Bearer(String type, String region, String nativeId) {
        static Bearer of(Json.Obj row) {
            Fields fields = Fields.of(row);
            return new Bearer(fields.text("type"), fields.text("region"), fields.text("native_id"));
        }
    }

    private Comparison(SegmentedAccount earlier, SegmentedAccount later, Looks looks) {
        this.earlier = earlier;
        this.later = later;
        this.looks = looks;
        this.apart = new TreeSet<>(later.snapshot().apart(earlier.snapshot()));
        this.apart.addAll(earlier.snapshot().apart(later.snapshot()));
    }

    static Comparison of(SegmentedAccount earlier, SegmentedAccount later, Looks looks) {
        var comparison = new Comparison(earlier, later, looks);
        comparison.findGone();
        return comparison;
    }

    private void findGone() {
        List<Uid> uids = apart.stream()
                .filter(uid ->
                        print(earlier, uid).isPresent() && print(later, uid).isEmpty())
                .toList();
        earlier.resources(uids, row -> gone.put(Bearer.of(row), Fields.of(row).text("uid", Uid::new)));
    }

    /** In the order of uids, some at a time in memory. */
    Stream<Alteration> after(Optional<Uid> place) {
        return apart.stream()
                .filter(uid -> place.filter(last -> uid.compareTo(last) <= 0).isEmpty())
                .filter(uid -> !print(earlier, uid).equals(print(later, uid)))
                .gather(Gatherers.windowFixed(A_TIME))
                .flatMap(this::alterations);
    }

    private static Optional<Print> print(SegmentedAccount account, Uid uid) {
        return account.snapshot().entry(uid).map(Entry::content);
    }

    private Stream<Alteration> alterations(List<Uid> uids) {
        Map<Uid, Json.Obj> before = rows(earlier, uids);
        Map<Uid, Json.Obj> after = rows(later, uids);
        return uids.stream()
                .flatMap(uid ->
                        alteration(Optional.ofNullable(before.get(uid)), Optional.ofNullable(after.get(uid))).stream());
    }

    private static Map<Uid, Json.Obj> rows(SegmentedAccount account, List<Uid> uids) {
        var rows = new HashMap<Uid, Json.Obj>();
        account.resources(uids, row -> rows.put(Fields.of(row).text("uid", Uid::new), row));
        return rows;
    }

    private Optional<Alteration> alteration(Optional<Json.Obj> before, Optional<Json.Obj> after) {
        if (before.isPresent() && after.isPresent()) {
            var sighting = new Sighting(before.get(), after.get());
            List<Difference> fields = sighting.fields(looks);
            return sighting.kind(fields).map(kind -> new Alteration(kind, after.get(), fields));
        }
        return before.filter(row -> isSeen(later, row))
                .map(row -> new Alteration(ChangeKind.DELETED, row, List.of()))
                .or(() -> after.filter(row -> isSeen(earlier, row)).map(this::appeared));
    }

    /** In place of one that is gone, or as something new. */
    private Alteration appeared(Json.Obj row) {
        return Optional.ofNullable(gone.get(Bearer.of(row)))
                .flatMap(earlier::resource)
                .map(before -> new Alteration(ChangeKind.RE_MADE, row, looks.between(before, row)))
                .orElseGet(() -> new Alteration(ChangeKind.CREATED, row, List.of()));
    }

    /** Had all there is been listed where this resource is? */
    private static boolean isSeen(SegmentedAccount account, Json.Obj row) {
        return account.ledger().seenBefore(row).isPresent();
    }
}
