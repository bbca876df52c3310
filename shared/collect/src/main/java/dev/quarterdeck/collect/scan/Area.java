package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Coverage.Status;
import dev.quarterdeck.inventory.Uid;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One type in one account and region: what was found there and what was not read. */
final class Area {
    private final TypeDefinition definition;
    private final Coverage.Area area;
    private final UidSet seen = new UidSet();
    private final Set<Map<String, Object>> asked = new HashSet<>();
    private final Gaps gaps = new Gaps();
    private Optional<Refusal> refusal = Optional.empty();
    private boolean spared;
    private long duplicates;

    Area(TypeDefinition definition, String account, String region) {
        this.definition = definition;
        this.area = new Coverage.Area(account, region, Optional.of(definition.type()));
    }

    Coverage.Area place() {
        return area;
    }

    /** It was empty a short while ago, and is not listed. */
    synchronized void spare() {
        spared = true;
    }

    synchronized boolean isSpared() {
        return spared;
    }

    TypeDefinition definition() {
        return definition;
    }

    /** Whether this resource has not been seen yet. */
    synchronized boolean isNew(Uid uid) {
        boolean added = seen.add(uid);
        duplicates += added ? 0 : 1;
        return added;
    }

    /** Whether the list has not been asked with this input yet: several parents may lead to the same one. */
    synchronized boolean asksFirst(Map<String, Object> input) {
        return asked.add(input);
    }

    /** The list, or one of the lists, could not be read to its end. The first refusal counts. */
    synchronized void refuse(Refusal why) {
        refusal = refusal.or(() -> Optional.of(why));
    }

    synchronized void gap(String name, Refusal why) {
        gaps.add(name, why);
    }

    synchronized Optional<Refusal> refusal() {
        return refusal;
    }

    synchronized long duplicates() {
        return duplicates;
    }

    synchronized Coverage coverage(Instant at) {
        return new Coverage(
                area,
                refusal.map(Refusal::status).orElse(Status.LOOKED),
                refusal.map(Refusal::reason).orElseGet(gaps::reason),
                seen.size(),
                at);
    }
}
