package dev.quarterdeck.collect.scan;

import dev.quarterdeck.inventory.ResourceType;
import java.util.List;
import java.util.Set;

/** What to look at, and what of it is known. An empty set of types means every type of the catalog. */
public record ScanRequest(
        List<Target> targets,
        RegionChoice regions,
        Set<ResourceType> types,
        Consent consent,
        Recollection recollection) {
    public ScanRequest {
        targets = List.copyOf(targets);
        types = Set.copyOf(types);
    }

    public ScanRequest(List<Target> targets, RegionChoice regions, Set<ResourceType> types, Consent consent) {
        this(targets, regions, types, consent, Recollection.NONE);
    }
}
