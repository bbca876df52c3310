package dev.quarterdeck.local.report;

import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Tri;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a scan found, in numbers. Its size depends on how many kinds of things there are, not on how many things. */
public final class Digest {
    /** More of a type than anybody reads in a terminal; the rest is counted. */
    private static final int PUBLIC_KEPT = 100;

    /** Counts by region, and by who made the resources. */
    public static final class Service {
        private final SortedMap<String, Integer> customerByRegion = new TreeMap<>();
        private final Map<Origin, Integer> byOrigin = new EnumMap<>(Origin.class);

        public int customer(String region) {
            return customerByRegion.getOrDefault(region, 0);
        }

        public int total(Origin origin) {
            return byOrigin.getOrDefault(origin, 0);
        }
    }

    /** Whether AWS has the service of a type in a region: where it has not, there is nothing to look at. */
    public interface Offered {
        boolean in(ResourceType type, String region);
    }

    /** Why something was not looked at, or not in full: areas with the same cause are told once. */
    public record Cause(Kind kind, String what) {}

    /** What became of an area; {@code PART}: its resources are known, some details are not. */
    public enum Kind {
        PART("in part", true),
        DENIED("denied", true),
        BARRED("barred", true),
        THROTTLED("throttled", true),
        FAILED("failed", true),
        UNSUPPORTED("unsupported", true),
        STALE("stale", true),
        OPTED_OUT("opted-out", false),
        NOT_OFFERED("not offered", false);

        private final String word;
        private final boolean gap;

        Kind(String word, boolean gap) {
            this.word = word;
            this.gap = gap;
        }

        /** Should it have been read? */
        boolean isGap() {
            return gap;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Where a public resource is. */
    public record Place(String name, String account, String region) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::name).thenComparing(Place::account).thenComparing(Place::region);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Public resources of one type: all are counted, the first ones named. */
    public static final class Open {
        private final List<Place> places = new ArrayList<>();
        private int count;

        List<Place> places() {
            return places;
        }

        int count() {
            return count;
        }
    }

    /** Where a cause struck. */
    public static final class Struck {
        private final NavigableSet<String> accounts = new TreeSet<>();
        private final NavigableSet<String> regions = new TreeSet<>();
        private final NavigableSet<ResourceType> types = new TreeSet<>();
        private int areas;

        public NavigableSet<String> accounts() {
            return accounts;
        }

        public NavigableSet<String> regions() {
            return regions;
        }

        public NavigableSet<ResourceType> types() {
            return types;
        }

        public int areas() {
            return areas;
        }
    }

    private final SortedMap<String, Service> services = new TreeMap<>();
    private final Map<ResourceType, Service> serviceOfType = new HashMap<>();
    private final SortedMap<String, Integer> regions = new TreeMap<>();
    private final SortedMap<ResourceType, Open> open = new TreeMap<>();
    private final SortedMap<ResourceType, Integer> openUnknown = new TreeMap<>();
    private final Set<ResourceType> judged = new HashSet<>();
    private final Map<Cause, Struck> causes = new LinkedHashMap<>();
    private final SortedMap<String, Integer> notRead = new TreeMap<>();
    private final Offered offered;
    private int total;
    private int looked;
    private int areas;

    public Digest(Offered offered) {
        this.offered = offered;
    }

    public void add(Resource resource) {
        total++;
        Resource.Identity identity = resource.identity();
        Origin origin = resource.traits().origin();
        Service service = serviceOfType.computeIfAbsent(identity.type(), this::serviceOf);
        service.byOrigin.merge(origin, 1, Integer::sum);
        if (origin == Origin.CUSTOMER) {
            service.customerByRegion.merge(identity.place().region(), 1, Integer::sum);
            regions.merge(identity.place().region(), 1, Integer::sum);
        }
        exposure(identity, resource.traits().exposure().isPublic());
        resource.looked()
                .notRead()
                .forEach((part, why) ->
                        notRead.merge("%s %s: %s".formatted(identity.type(), part, why), 1, Integer::sum));
    }

    private Service serviceOf(ResourceType type) {
        return services.computeIfAbsent(type.service(), _ -> new Service());
    }

    private void exposure(Resource.Identity identity, Tri isPublic) {
        switch (isPublic) {
            case YES -> {
                Open found = open.computeIfAbsent(identity.type(), _ -> new Open());
                found.count++;
                if (found.places.size() < PUBLIC_KEPT) {
                    found.places.add(new Place(
                            identity.name(),
                            identity.place().account().value(),
                            identity.place().region()));
                }
                judged.add(identity.type());
            }
            case UNKNOWN -> openUnknown.merge(identity.type(), 1, Integer::sum);
            case NO -> judged.add(identity.type());
        }
    }

    public void add(Coverage coverage) {
        areas++;
        Optional<Kind> kind = kind(coverage);
        if (coverage.status() == Coverage.Status.LOOKED) {
            looked++;
        }
        if (kind.isEmpty()) {
            return;
        }
        Struck struck = causes.computeIfAbsent(new Cause(kind.get(), what(coverage)), _ -> new Struck());
        struck.areas++;
        struck.accounts.add(coverage.area().account());
        struck.regions.add(coverage.area().region());
        coverage.area().type().ifPresent(type -> struck.types.add(type));
    }

    private Optional<Kind> kind(Coverage coverage) {
        return switch (coverage.status()) {
            case LOOKED -> coverage.complete() ? Optional.empty() : Optional.of(Kind.PART);
            case DENIED -> Optional.of(Kind.DENIED);
            case BARRED -> Optional.of(Kind.BARRED);
            case THROTTLED -> Optional.of(Kind.THROTTLED);
            case UNSUPPORTED ->
                Optional.of(
                        coverage.area()
                                        .type()
                                        .filter(type -> !offered.in(
                                                type, coverage.area().region()))
                                        .isPresent()
                                ? Kind.NOT_OFFERED
                                : Kind.UNSUPPORTED);
            case OPTED_OUT -> Optional.of(Kind.OPTED_OUT);
            case FAILED -> Optional.of(Kind.FAILED);
            case STALE -> Optional.of(Kind.STALE);
        };
    }

    private static String what(Coverage coverage) {
        Coverage.Reason reason = coverage.reason();
        return switch (coverage.status()) {
            case LOOKED ->
                reason.missingAction().map(Digest::missing).orElse("some details could not be read, see below");
            case DENIED -> reason.missingAction().map(Digest::missing).orElse(reason.text());
            case BARRED -> "by " + reason.blockedBy().orElse(reason.text());
            case OPTED_OUT -> "the region is not enabled";
            case THROTTLED, UNSUPPORTED, FAILED, STALE -> reason.text();
        };
    }

    private static String missing(String actions) {
        return actions + (actions.contains(",") ? " are missing" : " is missing");
    }

    public int total() {
        return total;
    }

    public int looked() {
        return looked;
    }

    public int areas() {
        return areas;
    }

    /** Areas that should have been read in full and were not. What AWS does not offer there is no gap. */
    public int gaps() {
        return causes.entrySet().stream()
                .filter(cause -> cause.getKey().kind().isGap())
                .mapToInt(cause -> cause.getValue().areas())
                .sum();
    }

    SortedMap<String, Service> services() {
        return services;
    }

    SortedMap<String, Integer> customerByRegion() {
        return regions;
    }

    SortedMap<ResourceType, Open> open() {
        return open;
    }

    /** Resources of types that can be public, where it could not be told of these. */
    long openUnknown() {
        return judged.stream()
                .mapToLong(type -> openUnknown.getOrDefault(type, 0))
                .sum();
    }

    Map<Cause, Struck> causes() {
        return causes;
    }

    SortedMap<String, Integer> notRead() {
        return notRead;
    }
}
