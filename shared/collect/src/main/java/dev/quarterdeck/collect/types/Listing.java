package dev.quarterdeck.collect.types;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Paging;
import java.util.List;
import java.util.Optional;

/**
 * How a type's items are listed. {@code as} names the member that an item of plain text becomes. With {@code parents}
 * there is one list for each resource of those types for which {@code when} holds. {@code otherwise} is the one item when
 * AWS says there is none.
 */
public record Listing(
        Ask ask,
        Paging paging,
        Optional<String> as,
        List<ResourceType> parents,
        Optional<Expression> when,
        Optional<Json> otherwise) {
    public Listing {
        parents = List.copyOf(parents);
    }
}
