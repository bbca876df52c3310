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
    private final List<TypeDefinition> definitions;
    private final Map<ResourceType, Area> families = new LinkedHashMap<>();
    private final Map<ResourceType, List<TypeDefinition>> children;

    /** {@code column} is what coverage calls the region, {@code region} the one that is asked. */
    record Place(Access access, AccountId account, String column, String region) {}

    RegionScan(Run run, Place place, List<TypeDefinition> definitions, Joins joins) {
        this.run = run;
        this.place = place;
        this.enriching = new Enriching(
                run.asking(), place, new Enriching.Terms(run.request().consent(), run.clock()), joins);
        this.definitions = List.copyOf(definitions);
        this.children = Wanted.children(definitions);
        if (place.column.equals(GLOBAL)) {
            gate.answered(); // policies bar regions; what belongs to none is asked in any case
        }
        run.pace().areas().expect(definitions.size());
    }

    /** Whether an organization's policy bars the whole region. */
    boolean isBarred() {
        return gate.isBarred();
    }

    /** Areas that stand for themselves live only while they are read: there are hundreds of thousands of them. */
    void run() {
        for (TypeDefinition definition : definitions) {
            if (isChild(definition) || hasChildren(definition)) {
                families.put(definition.type(), area(definition));
            }
        }
        List<TypeDefinition> roots =
                definitions.stream().filter(definition -> !isChild(definition)).toList();
        Fork.each(roots, LISTS_AT_ONCE, this::root);
        families.values().stream().filter(area -> isChild(area.definition())).forEach(this::child);
        families.clear();
    }

    private Area area(TypeDefinition definition) {
        return new Area(definition, place.account.value(), place.column);
    }

    private static boolean isChild(TypeDefinition definition) {
        return !definition.listing().parents().isEmpty();
    }

    private void root(TypeDefinition definition) {
        Area area = Optional.ofNullable(families.get(definition.type())).orElseGet(() -> area(definition));
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
        for (TypeDefinition child : children.getOrDefault(parent.type(), List.of())) {
            Area area = families.get(child.type());
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
        for (TypeDefinition definition : definitions) {
            Area area = area(definition);
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
