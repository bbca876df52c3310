package dev.quarterdeck.collect.scan;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.Coverage.Status;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Access;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at one account in one region. Listing is itself the probe: what a region is without costs one call for each
 * type and no more, and every type gets its coverage. Anything cheaper (tags, billing) would not know of everything.
 */
final class RegionScan {
    static final String GLOBAL = "global";
    private static final int LISTS_AT_ONCE = 16;
    private static final int CHILDREN_AT_ONCE = 8;

    private final Run run;
    private final Place place;
    private final Gate gate = new Gate();
    private final Enriching enriching;
    private final Map<ResourceType, Area> areas = new LinkedHashMap<>();
    private final Map<ResourceType, List<TypeDefinition>> children;

    /** {@code column} is what coverage calls the region, {@code region} the one that is asked. */
    record Place(Access access, AccountId account, String column, String region) {}

    RegionScan(Run run, Place place, List<TypeDefinition> definitions) {
        this.run = run;
        this.place = place;
        this.enriching = new Enriching(run.asking(), place.access, run.request().consent(), run.clock());
        this.children = Wanted.children(definitions);
        if (place.column.equals(GLOBAL)) {
            gate.answered(); // policies bar regions; what belongs to none is asked in any case
        }
        for (TypeDefinition definition : definitions) {
            areas.put(definition.type(), new Area(definition, place.account.value(), place.column));
        }
        run.pace().areas().expect(areas.size());
    }

    /** Whether an organization's policy bars the whole region. */
    boolean isBarred() {
        return gate.isBarred();
    }

    void run() {
        List<Area> roots =
                areas.values().stream().filter(area -> !isChild(area)).toList();
        Fork.each(roots, LISTS_AT_ONCE, this::root);
        areas.values().stream().filter(RegionScan::isChild).forEach(this::child);
    }

    private static boolean isChild(Area area) {
        return !area.definition().listing().parents().isEmpty();
    }

    private void root(Area area) {
        Optional<Refusal> closed = gate.enter();
        if (closed.isPresent()) {
            area.refuse(closed.get());
        } else {
            new TypeScan(this, area).list(Json.Null.VALUE);
        }
        finish(area);
    }

    /** Its lists were asked while its parents were read; what they are missing, it misses too. */
    private void child(Area area) {
        for (ResourceType parent : area.definition().listing().parents()) {
            Optional.ofNullable(areas.get(parent))
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
        for (TypeDefinition child : children.getOrDefault(parent.type(), List.of())) {
            Area area = areas.get(child.type());
            if (area != null) {
                Fork.each(resources, CHILDREN_AT_ONCE, resource -> new TypeScan(this, area).list(resource));
            }
        }
    }

    boolean hasChildren(TypeDefinition parent) {
        return children.containsKey(parent.type());
    }

    /** Nothing here is asked. */
    void refuse(Status status, String why) {
        for (Area area : areas.values()) {
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
