package dev.quarterdeck.local;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.local.report.Digest;

/** Where AWS offers the service of a type, as far as this build knows. */
record Offering(Knowledge knowledge) implements Digest.Offered {
    @Override
    public boolean in(ResourceType type, String region) {
        return knowledge
                .types()
                .find(type)
                .map(definition ->
                        knowledge.endpoints().lists(definition.heading().service(), region))
                .orElse(true);
    }
}
