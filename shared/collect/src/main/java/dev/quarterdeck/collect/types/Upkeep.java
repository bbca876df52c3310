package dev.quarterdeck.collect.types;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.inventory.ResourceType;
import java.util.List;
import java.util.Optional;

/** What keeps facts comparable and safe, and which other resources they speak of. */
public record Upkeep(
        List<LinkRule> links,
        List<FieldPath> noise,
        List<Unordered> unordered,
        List<FieldPath> json,
        List<FieldPath> sensitive) {
    public Upkeep {
        links = List.copyOf(links);
        noise = List.copyOf(noise);
        unordered = List.copyOf(unordered);
        json = List.copyOf(json);
        sensitive = List.copyOf(sensitive);
    }

    /** A list that AWS gives in any order, and what to sort it by; without a key by the whole item. */
    public record Unordered(FieldPath path, Optional<Expression> key) {}

    /** Where a resource names another; {@code to} is absent where only an ARN tells the type. */
    public record LinkRule(Optional<ResourceType> to, Expression via, String rel, Other other) {

        /** Read off what {@code via} gives: the other's id where it is not the whole of it, its account and region. */
        public record Other(Optional<Expression> id, Optional<Expression> account, Optional<Expression> region) {}
    }
}
