package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far two instants of an account can be held against each other: where at one of them nobody had ever seen all there
 * is, and how many areas nobody looked at between them.
 */
record SeenAreas(List<Json.Obj> unseen, long unlooked) {
    private static final String EVERYWHERE = "*";
    private static final String NEVER = "never-scanned";
    private static final String SEEN = "looked";

    private record Area(String region, Optional<String> type) implements Comparable<Area> {
        @Override
        public int compareTo(Area other) {
            int order = region.compareTo(other.region);
            return order != 0 ? order : type.orElse("").compareTo(other.type.orElse(""));
        }
    }

    static SeenAreas of(AccountId account, Optional<AccountFacts> earlier, Optional<AccountFacts> later) {
        Map<Area, Fields> then = areas(earlier);
        Map<Area, Fields> now = areas(later);
        var all = new TreeMap<>(now);
        all.putAll(then);
        var unseen = new ArrayList<Json.Obj>();
        long unlooked = 0;
        for (Area area : all.keySet()) {
            Optional<Fields> from = Optional.ofNullable(then.get(area));
            Optional<Fields> to = Optional.ofNullable(now.get(area));
            if (seenAt(from).isEmpty() || seenAt(to).isEmpty()) {
                unseen.add(json(account, area, status(from), status(to)));
            } else if (seenAt(from).equals(seenAt(to))) {
                unlooked++;
            }
        }
        return new SeenAreas(unseen, unlooked);
    }

    /** Of an account that nobody had scanned it is said once, of all of it. */
    private static Map<Area, Fields> areas(Optional<AccountFacts> account) {
        var areas = new TreeMap<Area, Fields>();
        account.ifPresentOrElse(
                facts -> facts.coverage().stream()
                        .map(Fields::of)
                        .forEach(row -> areas.put(new Area(row.text("region"), row.maybeText("type")), row)),
                () -> areas.put(
                        new Area(EVERYWHERE, Optional.empty()),
                        Fields.of(new Members().put("status", NEVER).json())));
        return areas;
    }

    private static Optional<String> seenAt(Optional<Fields> area) {
        return area.flatMap(row -> row.maybeText("seen_at"));
    }

    private static String status(Optional<Fields> area) {
        return seenAt(area).isPresent()
                ? SEEN
                : area.map(row -> row.text("status")).orElse(NEVER);
    }

    private static Json.Obj json(AccountId account, Area area, String from, String to) {
        return new Members()
                .put("account_id", account.value())
                .put("region", area.region())
                .maybe("type", area.type())
                .put("at_from", from)
                .put("at_to", to)
                .json();
    }
}
