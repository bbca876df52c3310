package dev.quarterdeck.collect.facts;

import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Resource;
import java.util.List;

/** A resource and what it says of others. */
public record Fact(Resource resource, List<Link> links) {
    public Fact {
        links = List.copyOf(links);
    }
}
