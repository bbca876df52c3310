package dev.quarterdeck.inventory.find;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.filter.Network;
import dev.quarterdeck.inventory.find.Likeness.Degree;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for one thing among facts. What is called so, or has such an address, is found by the words it bears; only if
 * nothing is, and it may be a part of a name, all facts are read for what contains it. Only what matched stays in memory.
 */
public final class Finder {
    /** So many are told: who finds more has to say better what they look for. */
    public static final int MOST = 500;

    private record Hit(Likeness likeness, Json.Obj row) {}

    /** What answers equally well, as much of it as is told. */
    private static final class Hits {
        private final Map<String, Hit> told = new LinkedHashMap<>();
        private long more;

        void add(Hit hit) {
            if (told.size() < MOST) {
                told.put(text(hit.row(), "uid"), hit);
            } else {
                more++;
            }
        }
    }

    private record End(String uid, String rel, String arn, String account) {}

    private final Known facts;

    private Finder(Known facts) {
        this.facts = facts;
    }

    public static Finder in(Known facts) {
        return new Finder(facts);
    }

    public Found find(String wanted) {
        Hits best = best(wanted);
        Map<String, Hit> hits = best.told;
        var uses = new HashMap<String, List<End>>();
        var usedBy = new HashMap<String, List<End>>();
        var pointing = new ArrayList<End>();
        facts.edges(new Ends(hits.keySet(), Set.of(wanted)), edge -> {
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
                best.more,
                ties(pointing, others));
    }

    /** Where only the best counts, what is not as good need not be looked for once there is something. */
    private Hits best(String wanted) {
        return Stream.of(
                        new Pass(Degree.EXACT, taker -> facts.bearing(Words.exactly(wanted), taker)),
                        new Pass(
                                Degree.WITHIN,
                                taker -> Network.of(wanted).ifPresent(network -> within(network, taker))),
                        new Pass(Degree.PART, taker -> parts(wanted, taker)))
                .map(pass -> hits(wanted, pass))
                .filter(hits -> !hits.told.isEmpty())
                .findFirst()
                .orElseGet(Hits::new);
    }

    /** Reads all that may be so good, and perhaps more. */
    private record Pass(Degree degree, Consumer<Consumer<Json.Obj>> rows) {}

    private void within(Network network, Consumer<Json.Obj> taker) {
        Words.within(network).ifPresentOrElse(words -> facts.bearing(words, taker), () -> facts.resources(taker));
    }

    private void parts(String wanted, Consumer<Json.Obj> taker) {
        if (!Words.isComplete(wanted)) {
            facts.resources(taker);
        }
    }

    private static Hits hits(String wanted, Pass pass) {
        var hits = new Hits();
        pass.rows()
                .accept(row -> Likeness.of(row, wanted)
                        .filter(likeness -> likeness.degree() == pass.degree())
                        .ifPresent(likeness -> hits.add(new Hit(likeness, row))));
        return hits;
    }

    private static void add(Map<String, List<End>> ends, String uid, End end) {
        ends.computeIfAbsent(uid, _ -> new ArrayList<>()).add(end);
    }

    /** The rows of all other ends. */
    private Map<String, Json.Obj> rows(List<Map<String, List<End>>> ends, List<End> pointing) {
        Set<Uid> wanted = Stream.concat(
                        ends.stream().flatMap(map -> map.values().stream()).flatMap(List::stream), pointing.stream())
                .map(End::uid)
                .filter(uid -> !uid.isEmpty())
                .map(Uid::new)
                .collect(Collectors.toSet());
        var rows = new HashMap<String, Json.Obj>();
        if (!wanted.isEmpty()) {
            facts.resources(wanted, row -> rows.put(text(row, "uid"), row));
        }
        return rows;
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
