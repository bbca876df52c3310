package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.facts.Draft;
import dev.quarterdeck.collect.scan.Asking.Heard;
import dev.quarterdeck.collect.types.Ask;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.Call;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Adds to the rows of a list what other calls tell of them, in one account and region. */
final class Enriching {
    private static final Answer.Failed NOT_AGREED =
            new Answer.Failed("NotAgreed", "not asked, for it costs money and nobody agreed to that");

    private final Asking asking;
    private final RegionScan.Place place;
    private final Consent consent;
    private final Clock clock;
    private final Thrift thrift;
    private final Joins joins;
    private final ConcurrentMap<String, Answer.Failure> unsupported = new ConcurrentHashMap<>();

    Enriching(Asking asking, RegionScan.Place place, Terms terms, Joins joins) {
        this.asking = asking;
        this.place = place;
        this.consent = terms.consent;
        this.clock = terms.clock;
        this.thrift = terms.thrift;
        this.joins = joins;
    }

    /** What was agreed to, the time, and what need not be asked. */
    record Terms(Consent consent, Clock clock, Thrift thrift) {}

    /** Applies all enrichments of a type to some of its resources, one enrichment after another. */
    void enrich(List<Draft> drafts, Area area) {
        for (Enrichment enrichment : area.definition().enrichments()) {
            List<Draft> wanting = drafts.stream()
                    .filter(draft -> enrichment.terms().when().stream().allMatch(when -> when.holds(draft.scope())))
                    .toList();
            if (enrichment.terms().paid() && !consent.paidCalls()) {
                wanting.forEach(draft ->
                        draft.missing(enrichment.name(), enrichment.taking().into(), NOT_AGREED.message()));
            } else {
                List<Draft> asking = wanting.stream()
                        .filter(draft -> !thrift.recalls(draft, enrichment, area.place()))
                        .toList();
                new EnrichmentStep(this, enrichment, area).apply(asking);
            }
        }
    }

    Asking asking() {
        return asking;
    }

    Joins joins() {
        return joins;
    }

    Clock clock() {
        return clock;
    }

    /** The call that asks for this resource, in its own region. */
    Call call(Ask ask, Draft draft, Map<String, ?> more) {
        return call(ask, draft, more, draft.region());
    }

    /** The call that asks for what an account has once: where it is asked does not depend on the resource. */
    Call callOfAccount(Ask ask, Draft draft) {
        return call(ask, draft, Map.of(), place.region());
    }

    private Call call(Ask ask, Draft draft, Map<String, ?> more, String region) {
        var input = new LinkedHashMap<String, Object>(ask.with().resolve(draft.scope()));
        input.putAll(more);
        return new Call(ask.service(), ask.operation(), input, place.access(), region, ask.absentOn());
    }

    /** What a service does not know, it does not learn during a scan: it is asked once. */
    <T extends Heard> T heard(Call call, Function<Call, T> ask, Function<Answer, T> refused) {
        String name = String.join(":", call.region(), call.service(), call.operation());
        Answer.Failure known = unsupported.get(name);
        if (known != null) {
            return refused.apply(known);
        }
        T heard = ask.apply(call);
        if (heard.answer() instanceof Answer.Unsupported failure) {
            unsupported.put(name, failure);
        }
        return heard;
    }
}
