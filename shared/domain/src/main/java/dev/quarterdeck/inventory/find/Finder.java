package dev.quarterdeck.inventory.find;

import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for one thing among facts. Reads them from front to back; only what matched stays in memory. */
public final class Finder {
    private record Hit(Likeness likeness, Json.Obj row) {}

    private record End(String uid, String rel, String arn, String account) {}

    private final Known facts;

    private Finder(Known facts) {
        this.facts = facts;
    }

    public static Finder in(Known facts) {
        return new Finder(facts);
    }

    public Found find(String wanted) {
        Map<String, Hit> hits = best(wanted);
        var uses = new HashMap<String, List<End>>();
        var usedBy = new HashMap<String, List<End>>();
        var pointing = new ArrayList<End>();
        facts.edges(edge -> {
            String from = text(edge, "from_uid");
            String to = text(edge, "to_uid");
            if (hits.containsKey(from)) {
                add(uses, from, new End(to, text(edge, "rel"), text(edge, "to_arn"), text(edge, "to_account_id")));
            }
            if (hits.containsKey(to)) {
                add(usedBy, to, new End(from, text(edge, "rel"), "", ""));
            }
            if (to.isEmpty() && text(edge, "to_arn").equalsIgnoreCase(wanted)) {
                pointing.add(new End(from, text(edge, "rel"), "", ""));
            }
        });
        Map<String, Json.Obj> others = rows(List.of(uses, usedBy), pointing);
        return new Found(
                hits.entrySet().stream()
                        .map(hit -> new Match(
                                hit.getValue().row(),
                                hit.getValue().likeness().because(),
                                ties(uses.getOrDefault(hit.getKey(), List.of()), others),
                                ties(usedBy.getOrDefault(hit.getKey(), List.of()), others)))
                        .toList(),
                ties(pointing, others));
    }

    private Map<String, Hit> best(String wanted) {
        var best = new LinkedHashMap<String, Hit>();
        facts.resources(row -> Likeness.of(row, wanted).ifPresent(likeness -> {
            Optional<Likeness.Degree> bestSoFar =
                    best.values().stream().findFirst().map(hit -> hit.likeness().degree());
            int order = bestSoFar.map(likeness.degree()::compareTo).orElse(0);
            if (order < 0) {
                best.clear();
            }
            if (order <= 0) {
                best.put(text(row, "uid"), new Hit(likeness, row));
            }
        }));
        return best;
    }

    private static void add(Map<String, List<End>> ends, String uid, End end) {
        ends.computeIfAbsent(uid, _ -> new ArrayList<>()).add(end);
    }

    /** The rows of all other ends: a second reading is cheaper than keeping every name. */
    private Map<String, Json.Obj> rows(List<Map<String, List<End>>> ends, List<End> pointing) {
        var wanted = new HashMap<String, Json.Obj>();
        ends.forEach(map -> map.values().forEach(list -> list.forEach(end -> wanted.put(end.uid(), Json.Obj.EMPTY))));
        pointing.forEach(end -> wanted.put(end.uid(), Json.Obj.EMPTY));
        if (!wanted.isEmpty()) {
            facts.resources(row -> wanted.computeIfPresent(text(row, "uid"), (_, _) -> row));
        }
        return wanted;
    }

    private static List<Match.Tie> ties(List<End> ends, Map<String, Json.Obj> rows) {
        return ends.stream()
                .map(end -> tie(end, rows.getOrDefault(end.uid(), Json.Obj.EMPTY)))
                .distinct()
                .toList();
    }

    private static Match.Tie tie(End end, Json.Obj row) {
        return row.members().isEmpty()
                ? new Match.Tie(end.rel(), "", end.arn(), end.account())
                : new Match.Tie(end.rel(), text(row, "type"), text(row, "name"), text(row, "account_id"));
    }

    private static String text(Json.Obj row, String column) {
        return Likeness.text(row, column).orElse("");
    }
}
