package dev.quarterdeck.collect.plan;

import dev.quarterdeck.collect.types.Ask;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.Home;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.wire.Rate;
import dev.quarterdeck.wire.Rates;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The calls that a scan will make. Lists are exact: one for each area, and another for each further page; what is asked
 * of each resource is a rate, and a number where an earlier scan counted the resources.
 */
public record ScanPlan(Scope scope, List<Line> lines) {
    public ScanPlan {
        lines = List.copyOf(lines);
    }

    /** What will be looked at; {@code counts} has what an earlier scan found of each type, over all of it. */
    public record Scope(int accounts, int regions, Map<ResourceType, Long> counts, boolean paidCalls) {
        public Scope {
            counts = Map.copyOf(counts);
        }

        int areas(Home home) {
            return home instanceof Home.Regional ? accounts * regions : accounts;
        }

        OptionalLong count(ResourceType type) {
            Long count = counts.get(type);
            return count == null ? OptionalLong.empty() : OptionalLong.of(count);
        }
    }

    /** One operation asked for a type. */
    public record Line(ResourceType type, Asked asked, Load load) {
        /** The calls, where the number of resources is known or does not matter. */
        public OptionalLong calls(Scope scope) {
            if (load.perResource == 0) {
                return OptionalLong.of(load.fixed);
            }
            OptionalLong count = scope.count(load.countedBy);
            return count.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(load.fixed + (long) Math.ceil(count.getAsLong() * load.perResource));
        }

        private double callsInOneArea(Scope scope) {
            return (double) calls(scope).orElse(load.fixed) / Math.max(1, load.areas);
        }
    }

    /**
     * {@code fixed} calls are made whatever is there, {@code perResource} more for each resource of {@code countedBy} (the
     * type itself, or the parent that it is listed for), spread over so many areas.
     */
    public record Load(long fixed, double perResource, ResourceType countedBy, int areas) {}

    /** {@code what} is {@code list} or the enrichment's name; {@code sometimes}: only where a condition on the resource holds. */
    public record Asked(String service, String operation, String what, boolean paid, boolean sometimes) {}

    public static ScanPlan of(Scope scope, Collection<TypeDefinition> types) {
        var shared = new HashSet<Shared>();
        return new ScanPlan(
                scope,
                types.stream().flatMap(type -> lines(scope, type, shared)).toList());
    }

    /** A call that serves all types at one kind of home: counted with the first of them. */
    private record Shared(boolean regional, String service, String operation) {}

    /** Calls known for certain: lists, and what is asked of resources that an earlier scan counted. */
    public long knownCalls() {
        return lines.stream()
                .mapToLong(line -> line.calls(scope).orElse(line.load.fixed))
                .sum();
    }

    /** Lines whose number depends on resources that nobody counted yet. */
    public List<Line> open() {
        return lines.stream().filter(line -> line.calls(scope).isEmpty()).toList();
    }

    /** Every call is one read-only management event in CloudTrail; the first copy of those is free. */
    public long cloudTrailEvents() {
        return knownCalls();
    }

    public long paidRequests() {
        return lines.stream()
                .filter(line -> line.asked.paid)
                .mapToLong(line -> line.calls(scope).orElse(line.load.fixed))
                .sum();
    }

    /** The least time that the token buckets allow at this share of AWS's rates, if resources are spread evenly. */
    public Duration atLeast(int ratePercent) {
        var calls = new HashMap<Rates.Group, Double>();
        for (Line line : lines) {
            Rates.Group group = Rates.of(line.asked.service, line.asked.operation, true);
            calls.merge(group, line.callsInOneArea(scope), Double::sum);
        }
        double slowest = calls.entrySet().stream()
                .mapToDouble(bucket -> seconds(bucket.getKey().rate(), bucket.getValue(), ratePercent / 100.0))
                .max()
                .orElse(0);
        return Duration.ofMillis(Math.round(slowest * 1000));
    }

    private static double seconds(Rate rate, double calls, double share) {
        return Math.max(0, (calls - rate.burst() * share) / (rate.perSecond() * share));
    }

    private static Stream<Line> lines(Scope scope, TypeDefinition type, Set<Shared> shared) {
        int areas = scope.areas(type.heading().home());
        Stream<Line> enrichments = type.enrichments().stream()
                .filter(enrichment -> scope.paidCalls || !enrichment.terms().paid())
                .filter(enrichment -> isFirst(type, enrichment.ask(), shared))
                .map(enrichment -> enrichment(areas, type, enrichment));
        return Stream.concat(
                isFirst(type, type.listing().ask(), shared) ? Stream.of(list(areas, type)) : Stream.empty(),
                enrichments);
    }

    /** Whether this call is to be counted: one that serves several types is the first one's. */
    private static boolean isFirst(TypeDefinition type, Ask ask, Set<Shared> shared) {
        boolean regional = type.heading().home() instanceof Home.Regional;
        return ask.together().isEmpty() || shared.add(new Shared(regional, ask.service(), ask.operation()));
    }

    private static Line list(int areas, TypeDefinition type) {
        var listing = type.listing();
        var asked = new Asked(listing.ask().service(), listing.ask().operation(), "list", false, false);
        return listing.parents().isEmpty()
                ? new Line(type.type(), asked, new Load(areas, 0, type.type(), areas))
                : new Line(type.type(), asked, new Load(0, 1, listing.parents().getFirst(), areas));
    }

    private static Line enrichment(int areas, TypeDefinition type, Enrichment enrichment) {
        var terms = enrichment.terms();
        var asked = new Asked(
                enrichment.ask().service(),
                enrichment.ask().operation(),
                enrichment.name(),
                terms.paid(),
                terms.when().isPresent());
        double perResource = switch (enrichment.reach()) {
            case Enrichment.Each _, Enrichment.EachList _ -> 1;
            case Enrichment.Batch batch -> 1.0 / batch.size();
            case Enrichment.Join _ -> 0;
        };
        long fixed = perResource == 0 ? areas : 0;
        return new Line(type.type(), asked, new Load(fixed, perResource, type.type(), areas));
    }
}
