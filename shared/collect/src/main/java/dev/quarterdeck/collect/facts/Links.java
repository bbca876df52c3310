package dev.quarterdeck.collect.facts;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.expression.Scope;
import dev.quarterdeck.collect.types.Upkeep.LinkRule;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Link.Target;
import dev.quarterdeck.inventory.Resource.Identity;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.kernel.Arn;
import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads off a resource which others it names. */
final class Links {
    private static final ResourceType STACK = new ResourceType("AWS::CloudFormation::Stack");

    /** Nothing of AWS has a longer name. */
    private static final int LONGEST = 2048;

    private final Draft draft;
    private final Identity identity;
    private final Scope scope;
    private final Map<Map.Entry<String, Target>, Link> links = new LinkedHashMap<>();

    private Links(Draft draft, Identity identity, Scope scope) {
        this.draft = draft;
        this.identity = identity;
        this.scope = scope;
    }

    static List<Link> of(Draft draft, Identity identity, Scope scope, Optional<String> stackId) {
        var reading = new Links(draft, identity, scope);
        draft.definition().upkeep().links().forEach(reading::follow);
        stackId.ifPresent(id -> reading.add("managed-by", reading.target(Optional.of(STACK), id), "tag"));
        return List.copyOf(reading.links.values());
    }

    private void follow(LinkRule rule) {
        for (Json item : FactMaker.leaves(rule.via().evaluate(scope))) {
            Optional<String> id = text(rule, item);
            if (id.isPresent()) {
                Target target = elsewhere(target(rule.to(), id.get()), rule, item);
                add(rule.rel(), target, rule.via().source());
            }
        }
    }

    private Optional<String> text(LinkRule rule, Json item) {
        if (rule.other().id().isPresent()) {
            return Expression.text(rule.other().id().get().evaluate(item, scope));
        }
        return item instanceof Json.Str(var text) && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** An ARN says itself in which account and region its resource is; where it says nothing, nobody knows. */
    private Target target(Optional<ResourceType> type, String id) {
        Optional<Arn> arn = Arn.parse(id);
        return arn.isPresent()
                ? new Target(type, id, arn.get().account(), arn.get().region())
                : new Target(type, id, identity.place().account().value(), draft.region());
    }

    private Target elsewhere(Target target, LinkRule rule, Json item) {
        if (rule.other().account().isEmpty() && rule.other().region().isEmpty()) {
            return target;
        }
        return new Target(
                target.type(),
                target.id(),
                read(rule.other().account(), item).orElse(target.account()),
                read(rule.other().region(), item).orElse(target.region()));
    }

    private Optional<String> read(Optional<Expression> expression, Json item) {
        return expression.flatMap(found -> Expression.text(found.evaluate(item, scope)));
    }

    private void add(String rel, Target target, String via) {
        if (target.id().length() <= LONGEST) {
            links.putIfAbsent(Map.entry(rel, target), new Link(identity.uid(), rel, target, via));
        }
    }
}
