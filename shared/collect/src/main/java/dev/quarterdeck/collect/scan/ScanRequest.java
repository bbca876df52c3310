package dev.quarterdeck.collect.scan;

import dev.quarterdeck.inventory.ResourceType;
import java.util.List;
import java.util.Set;

/** What to look at. An empty set of types means every type of the catalog. */
public record ScanRequest(List<Target> targets, RegionChoice regions, Set<ResourceType> types, Consent consent) {
    public ScanRequest {
        targets = List.copyOf(targets);
        types = Set.copyOf(types);
    }
}
