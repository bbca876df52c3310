package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.facts.Draft;
import dev.quarterdeck.collect.facts.FactMaker;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Uid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Spares calls whose answers are known: enrichments of resources whose row in the list is as it was, and lists of what was
 * empty. Each is asked again once a day, or as often as the catalog says, and each at a time of its own, so that not all
 * are asked again at once.
 */
final class Thrift {
    /** How often is asked again what the catalog says no age for. */
    static final Duration AGE = Duration.ofHours(24);

    private static final int TIMES = 1000;

    private final Recollection recollection;
    private final FactMaker facts;
    private final Clock clock;

    Thrift(Recollection recollection, FactMaker facts, Clock clock) {
        this.recollection = recollection;
        this.facts = facts;
        this.clock = clock;
    }

    /** Was there nothing in this area, and is it not yet time to ask again? */
    boolean isEmptyStill(Coverage.Area area) {
        return recollection
                .listed(area)
                .filter(Recollection.Listed::nothing)
                .filter(listed -> !isDue(listed.at(), AGE, area.hashCode()))
                .isPresent();
    }

    /** Looks up what is known of a resource of which only the list has told so far. */
    void prepare(Draft draft) {
        if (recollection.isKept() && draft.definition().enrichments().stream().anyMatch(Thrift::isDear)) {
            draft.listed(facts.listed(draft), facts.uid(draft).flatMap(recollection::resource));
        }
    }

    /** Takes over what is known, unless it is time to ask again. */
    boolean recalls(Draft draft, Enrichment enrichment, Coverage.Area area) {
        boolean spared = isDear(enrichment) && draft.remembers(enrichment) && isYoung(draft, enrichment, area);
        if (spared) {
            draft.recall(enrichment);
        }
        return spared;
    }

    private boolean isYoung(Draft draft, Enrichment enrichment, Coverage.Area area) {
        Duration age = enrichment.terms().maxAge().orElse(AGE);
        int whose = facts.uid(draft).map(Uid::hashCode).orElse(0);
        return recollection
                .listed(area)
                .filter(listed -> !isDue(listed.at(), age, whose))
                .isPresent();
    }

    /** One call for each resource. What one call tells of many is asked each time. */
    private static boolean isDear(Enrichment enrichment) {
        return switch (enrichment.reach()) {
            case Enrichment.Each _, Enrichment.EachList _ -> true;
            case Enrichment.Batch _, Enrichment.Join _ -> false;
        };
    }

    /** Whether the moment at which this is asked again, the same in each period, has come since. */
    private boolean isDue(Instant before, Duration period, int whose) {
        long length = period.toMillis();
        long moment = length * Math.floorMod(whose, TIMES) / TIMES;
        return Math.floorDiv(before.toEpochMilli() - moment, length) < Math.floorDiv(clock.millis() - moment, length);
    }
}
