package dev.quarterdeck.collect.events;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Uid;
import java.util.Set;

/** What has to be read again after a call: which types, in which part of the account, and which resources whatever lists say of them. */
public record Concern(String part, Set<ResourceType> types, Set<Uid> resources) {
    public Concern {
        types = Set.copyOf(types);
        resources = Set.copyOf(resources);
    }
}
