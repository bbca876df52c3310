package dev.quarterdeck.collect.types;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.inventory.ResourceType;
import java.util.List;
import java.util.Optional;

/** All that is known of one type of resource: how it is read and what its facts mean. */
public record TypeDefinition(
        Heading heading, Listing listing, Naming naming, Meaning meaning, List<Enrichment> enrichments, Upkeep upkeep) {
    public TypeDefinition {
        enrichments = List.copyOf(enrichments);
    }

    public ResourceType type() {
        return heading.type;
    }

    /** What people see of a type. {@code service} is botocore's name of it. */
    public record Heading(
            ResourceType type,
            String service,
            String title,
            List<String> aliases,
            Home home,
            Optional<Template> console) {
        public Heading {
            aliases = List.copyOf(aliases);
        }
    }

    /** What a resource is called. {@code id} is CloudFormation's primary identifier; {@code region} is the resource's own. */
    public record Naming(
            Expression id,
            Optional<Template> arn,
            Optional<Template> name,
            Optional<Expression> incarnation,
            Optional<Expression> region,
            Optional<Expression> zone) {}

    /** What filters and judges ask first. */
    public record Meaning(
            Optional<Expression> tags,
            Optional<Expression> created,
            Optional<Expression> state,
            Optional<Expression> origin,
            Exposure exposure,
            List<IdentifierRule> identifiers) {
        public Meaning {
            identifiers = List.copyOf(identifiers);
        }
    }

    /** Yes, no or unknown; without an expression unknown. */
    public record Exposure(Optional<Expression> isPublic, Optional<Expression> encrypted) {}

    /** Under which kind of name a resource can be found, and where those names stand. */
    public record IdentifierRule(String kind, Expression at) {}
}
