package dev.quarterdeck.collect.scan;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.scan.Berths.Berth;
import dev.quarterdeck.collect.scan.Berths.Urgency;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.Coverage.Status;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Access;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Looks at one account in one region. Listing is itself the probe: what a region is without costs one call for each
 * type and no more, and every type gets its coverage. Anything cheaper (tags, billing) would not know of everything.
 */
final class RegionScan {
    private static final int LISTS_AT_ONCE = 16;
    private static final int CHILDREN_AT_ONCE = 8;

    private final Run run;
    private final Place place;
    private final Agenda agenda;
    private final Gate gate = new Gate();
    private final Enriching enriching;
    private final ConcurrentMap<ResourceType, Area> families = new ConcurrentHashMap<>();

    /** {@code column} is what coverage calls the region, {@code region} the one that is asked. */
    record Place(Access access, AccountId account, String column, String region) {}

    RegionScan(Run run, Place place, Agenda agenda, Joins joins) {
        this.run = run;
        this.place = place;
        this.agenda = agenda;
        this.enriching = new Enriching(
                run.asking(), place, new Enriching.Terms(run.request().consent(), run.clock(), run.thrift()), joins);
        if (place.column.equals(Resource.Place.GLOBAL)) {
            gate.answered(); // policies bar regions; what belongs to none is asked in any case
        }
        run.pace().areas().expect(agenda.all().size());
    }

    /** Whether an organization's policy bars the whole region. */
    boolean isBarred() {
        return gate.isBarred();
    }

    /** Looks once it is this region's turn, which it tells. */
    void run(Runnable begun) {
        Berth berth = run.terms().regions().enter(Urgency.UNKNOWN);
        begun.run();
        Fork ahead = Fork.begin(agenda.first(), LISTS_AT_ONCE, this::root, berth::close);
        try {
            berth.awaitEnd();
            rest(ahead);
        } finally {
            ahead.join();
        }
        agenda.all().stream().filter(RegionScan::isChild).forEach(this::child);
        families.clear();
    }

    private void rest(Fork ahead) {
        if (gate.isBarred()) {
            agenda.rest().forEach(this::root);
            return;
        }
        try (Berth _ = turn(ahead.isOver())) {
            Fork.each(agenda.rest(), LISTS_AT_ONCE, this::root);
        }
    }

    /** Of those that wait for their turn there are thousands: they keep nothing. */
    private Berth turn(boolean over) {
        Berths regions = run.terms().regions();
        return regions.enterAtOnce().orElseGet(() -> {
            if (over) {
                enriching.joins().forget(place.region);
            }
            return regions.enter(over ? Urgency.ORDINARY : Urgency.CROWDED);
        });
    }

    private static boolean isChild(TypeDefinition definition) {
        return !definition.listing().parents().isEmpty();
    }

    /** Areas that stand for themselves live only while they are read: there are hundreds of thousands of them. */
    private Area area(TypeDefinition definition) {
        return isChild(definition) || hasChildren(definition)
                ? families.computeIfAbsent(definition.type(), _ -> newArea(definition))
                : newArea(definition);
    }

    private Area newArea(TypeDefinition definition) {
        return new Area(definition, place.account.value(), place.column);
    }

    private void root(Sisters sisters) {
        List<Area> areas = sisters.types().stream().map(this::area).toList();
        if (areas.stream().allMatch(area -> run.thrift().isEmptyStill(area.place()))) {
            areas.forEach(this::spare);
            return;
        }
        gate.enter().ifPresentOrElse(closed -> areas.forEach(area -> area.refuse(closed)), () -> list(areas));
        areas.forEach(this::finish);
    }

    private void list(List<Area> areas) {
        List<TypeScan> scans =
                areas.stream().map(area -> new TypeScan(this, area)).toList();
        if (scans.size() == 1) {
            scans.getFirst().list(Json.Null.VALUE);
        } else {
            scans.getFirst().list(scans);
        }
    }

    private boolean isSpared(ResourceType type) {
        return Optional.ofNullable(families.get(type)).filter(Area::isSpared).isPresent();
    }

    /** It is not listed, and nothing is told of it: what is known of it stays as it is. */
    private void spare(Area area) {
        area.spare();
        run.pace().areas().finish();
    }

    /** Its lists were asked while its parents were read; what they are missing, it misses too. */
    private void child(TypeDefinition definition) {
        Area area = area(definition);
        if (definition.listing().parents().stream().allMatch(this::isSpared)) {
            spare(area);
            return;
        }
        for (ResourceType parent : definition.listing().parents()) {
            Optional.ofNullable(families.get(parent))
                    .flatMap(Area::refusal)
                    .ifPresent(why -> area.refuse(new Refusal(why.status(), why.reason())));
        }
        finish(area);
    }

    private void finish(Area area) {
        if (run.wanted().tells(area.definition())) {
            run.outlet().coverage(area.coverage(run.clock().instant()));
        }
        run.pace().duplicates(area.duplicates());
        run.pace().areas().finish();
    }

    /** Lists for each of these resources what belongs to it. */
    void children(TypeDefinition parent, List<Json.Obj> resources) {
        for (TypeDefinition child : agenda.children().getOrDefault(parent.type(), List.of())) {
            Area area = area(child);
            Fork.each(resources, CHILDREN_AT_ONCE, resource -> new TypeScan(this, area).list(resource));
        }
    }

    boolean hasChildren(TypeDefinition parent) {
        return agenda.children().containsKey(parent.type());
    }

    /** Nothing here is asked. */
    void refuse(Status status, String why) {
        for (TypeDefinition definition : agenda.all()) {
            Area area = newArea(definition);
            area.refuse(Refusal.plain(status, why));
            finish(area);
        }
    }

    Run shared() {
        return run;
    }

    Place place() {
        return place;
    }

    Gate gate() {
        return gate;
    }

    Enriching enriching() {
        return enriching;
    }
}
