package dev.quarterdeck.inventory.impact;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Ends;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What is hit when a resource goes, each by the shortest way on which it is hit hardest. Goes outward from it step by
 * step; what breaks is followed, what only loses something is told and not followed.
 */
public final class Impact {
    private final Web web;
    private final Limits limits;
    private final String start;
    private final SequencedMap<String, Hit> reached = new LinkedHashMap<>();
    private final Map<String, String> uidsOfArns = new HashMap<>();
    private boolean more;

    /** How far it is followed, and how much is told at most. */
    public record Limits(int depth, int hits) {}

    /** {@code more}: there is more than the limits let through. */
    public record Reach(List<Hit> hits, boolean more) {}

    /** A resource that goes or breaks; {@code hit} unless it is the first. */
    private record Source(Json.Obj row, Optional<Hit> hit) {}

    /** An edge along which harm goes from a source to something else. */
    private record Strand(String to, Hit.Cause cause, Harm harm, Thing.Stranger unknown) {
        boolean isToStranger() {
            return to.equals(unknown.arn());
        }
    }

    private Impact(Web web, Limits limits, String start) {
        this.web = web;
        this.limits = limits;
        this.start = start;
    }

    public static Reach of(Json.Obj resource, Web web, Limits limits) {
        var impact = new Impact(web, limits, Fields.of(resource).text("uid"));
        List<Source> sources = List.of(new Source(resource, Optional.empty()));
        for (int depth = 0; depth < limits.depth() && !sources.isEmpty(); depth++) {
            sources = impact.reach(impact.strands(sources));
        }
        return new Reach(List.copyOf(impact.reached.values()), impact.more || !sources.isEmpty());
    }

    /** Those that hit something anew or harder, the hardest first. */
    private List<Strand> strands(List<Source> sources) {
        var byUid = new HashMap<String, Source>();
        for (Source source : sources) {
            Fields row = Fields.of(source.row());
            byUid.put(row.text("uid"), source);
            row.maybeText("arn").ifPresent(arn -> uidsOfArns.put(arn, row.text("uid")));
        }
        var strands = new ArrayList<Strand>();
        web.edges(Ends.of(sources.stream().map(Source::row)), edge -> strands(Fields.of(edge), byUid, strands));
        strands.removeIf(strand -> !isNews(strand));
        strands.sort(Comparator.comparing(Strand::harm).thenComparing(Strand::to));
        return strands;
    }

    private void strands(Fields edge, Map<String, Source> sources, List<Strand> strands) {
        Relation relation = Relation.of(edge.text("rel"));
        String from = edge.text("from_uid");
        String arn = edge.text("to_arn");
        String to = edge.maybeText("to_uid").orElseGet(() -> uidsOfArns.getOrDefault(arn, arn));
        var unknown = new Thing.Stranger(arn, edge.maybeText("to_account_id"));
        Optional.ofNullable(sources.get(to))
                .ifPresent(source -> strands.add(new Strand(
                        from, new Hit.Cause(source.hit(), relation.word(), true), relation.toPointer(), unknown)));
        Optional.ofNullable(sources.get(from))
                .ifPresent(source -> strands.add(new Strand(
                        to, new Hit.Cause(source.hit(), relation.word(), false), relation.toPointed(), unknown)));
    }

    private boolean isNews(Strand strand) {
        Optional<Harm> before = Optional.ofNullable(reached.get(strand.to())).map(Hit::harm);
        return strand.harm() != Harm.NONE
                && !strand.to().equals(start)
                && before.map(harm -> strand.harm().compareTo(harm) < 0).orElse(true);
    }

    /** What is hit, and of that what hits others in turn. */
    private List<Source> reach(List<Strand> strands) {
        var rows = new HashMap<String, Json.Obj>();
        List<Uid> wanted = strands.stream()
                .filter(strand -> !strand.isToStranger())
                .map(Strand::to)
                .distinct()
                .map(Uid::new)
                .toList();
        web.resources(wanted, row -> rows.put(Fields.of(row).text("uid"), row));
        var sources = new ArrayList<Source>();
        for (Strand strand : strands) {
            if (isNews(strand)) {
                hit(strand, Optional.ofNullable(rows.get(strand.to()))).ifPresent(sources::add);
            }
        }
        return sources;
    }

    private Optional<Source> hit(Strand strand, Optional<Json.Obj> row) {
        if (reached.size() >= limits.hits() && !reached.containsKey(strand.to())) {
            more = true;
            return Optional.empty();
        }
        var hit = new Hit(row.<Thing>map(Thing.Known::new).orElse(strand.unknown()), strand.harm(), strand.cause());
        reached.put(strand.to(), hit);
        return row.filter(_ -> hit.harm() == Harm.BREAKS).map(known -> new Source(known, Optional.of(hit)));
    }
}
