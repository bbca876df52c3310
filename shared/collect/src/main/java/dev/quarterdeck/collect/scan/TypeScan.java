package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.expression.Scope;
import dev.quarterdeck.collect.facts.Draft;
import dev.quarterdeck.collect.facts.Fact;
import dev.quarterdeck.collect.json.JsonBuilder;
import dev.quarterdeck.collect.scan.Asking.Listed;
import dev.quarterdeck.collect.types.Ask;
import dev.quarterdeck.collect.types.Listing;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.Coverage.Status;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.Paging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one list of a type: page by page, so that never more than a page is in memory. */
final class TypeScan implements ItemSink {
    private final RegionScan region;
    private final Area area;
    private final TypeDefinition definition;
    private final boolean alone;
    private final List<Draft> page = new ArrayList<>();
    private final JsonBuilder row = new JsonBuilder();
    private Draft.Origin origin;

    TypeScan(RegionScan region, Area area) {
        this.region = region;
        this.area = area;
        this.definition = area.definition();
        this.alone = definition.enrichments().isEmpty() && !region.hasChildren(definition);
        this.origin = origin(Json.Null.VALUE);
    }

    /** Reads the list for one parent; JSON null where a type has none. */
    void list(Json parent) {
        origin = origin(parent);
        Listing listing = definition.listing();
        Scope scope = scope();
        Map<String, Object> input = listing.ask().with().resolve(scope);
        if (!listing.when().stream().allMatch(when -> when.holds(scope)) || !area.asksFirst(input)) {
            region.gate().answered();
            return;
        }
        Answer answer = read(call(input), listing);
        region.gate().answered(answer);
        settle(answer);
    }

    /** Reads the lists of several types, of which this is the first, in one. */
    void list(List<TypeScan> sisters) {
        Ask ask = definition.listing().ask();
        Map<String, Object> input = ask.with().resolve(scope());
        input.putAll(region.enriching().joins().others(ask));
        var whole = new Paging(Paging.WHOLE, List.of(), paging().pages());
        Answer answer = region.shared().asking().each(call(input), whole, new SisterScan(sisters));
        region.gate().answered(answer);
        sisters.forEach(scan -> scan.settle(answer));
    }

    Paging paging() {
        return definition.listing().paging();
    }

    private Scope scope() {
        return new Draft(definition, origin, new Json.Obj(new LinkedHashMap<>())).scope();
    }

    private Call call(Map<String, Object> input) {
        Ask ask = definition.listing().ask();
        RegionScan.Place place = region.place();
        return new Call(ask.service(), ask.operation(), input, place.access(), place.region(), ask.absentOn());
    }

    private Answer read(Call call, Listing listing) {
        Joins joins = region.enriching().joins();
        if (!joins.lists(listing)) {
            return region.shared().asking().each(call, listing.paging(), this);
        }
        Listed listed = joins.list(call, listing.paging());
        listed.rows().forEach(this::take);
        return listed.answer();
    }

    private void settle(Answer answer) {
        switch (answer) {
            case Answer.Done _ -> {}
            case Answer.Absent _ -> definition.listing().otherwise().ifPresent(this::take);
            case Answer.Failure failure -> area.refuse(Refusal.of(failure));
        }
        flush();
    }

    private Draft.Origin origin(Json parent) {
        RegionScan.Place place = region.place();
        return new Draft.Origin(place.access().partition(), place.account(), place.region(), parent);
    }

    @Override
    public JsonSink begin() {
        return row.clear();
    }

    @Override
    public void end() {
        take(row.value());
    }

    private void take(Json value) {
        Draft draft = new Draft(definition, origin, object(value));
        if (alone) {
            tell(draft, now());
        } else {
            page.add(draft);
        }
    }

    /** Rows of plain text become objects of one member. */
    private Json.Obj object(Json value) {
        if (value instanceof Json.Obj object) {
            return object;
        }
        var members = new LinkedHashMap<String, Json>();
        members.put(definition.listing().as().orElse("Value"), value);
        return new Json.Obj(members);
    }

    @Override
    public void endPage() {
        region.gate().answered();
        flush();
    }

    private void flush() {
        if (page.isEmpty()) {
            return;
        }
        Instant listedAt = now();
        page.forEach(region.shared().thrift()::prepare);
        region.enriching().enrich(page, area);
        List<Json.Obj> fresh = page.stream()
                .filter(draft -> tell(draft, listedAt))
                .map(Draft::config)
                .toList();
        page.clear();
        region.children(definition, fresh);
    }

    /** Whether the resource was not told before. */
    private boolean tell(Draft draft, Instant listedAt) {
        Optional<Fact> fact = region.shared().facts().make(draft, listedAt);
        if (fact.isEmpty()) {
            area.gap("id", Refusal.plain(Status.FAILED, "AWS did not tell it, so the resource is left out"));
            return false;
        }
        boolean fresh = area.isNew(fact.get().resource().identity().uid());
        if (fresh && region.shared().wanted().tells(definition)) {
            region.shared().outlet().fact(fact.get());
            region.shared().pace().resource();
        }
        return fresh;
    }

    private Instant now() {
        return region.shared().clock().instant();
    }
}
