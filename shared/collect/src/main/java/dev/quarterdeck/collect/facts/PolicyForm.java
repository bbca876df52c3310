package dev.quarterdeck.collect.facts;

import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One form for policies that mean the same: AWS reorders sets of actions, resources and principals, and unwraps single ones. */
final class PolicyForm {
    private static final Set<String> SETS = Set.of("Action", "NotAction", "Resource", "NotResource");
    private static final Set<String> KINDS = Set.of("Principal", "NotPrincipal");

    private PolicyForm() {}

    /** The same for what is no policy. */
    static Json of(Json document) {
        if (!(document instanceof Json.Obj policy)) {
            return document;
        }
        return policy.get("Statement")
                .<Json>map(statements -> policy.with("Statement", each(many(statements), PolicyForm::statement)))
                .orElse(policy);
    }

    private static Json statement(Json statement) {
        return members(statement, PolicyForm::part);
    }

    private static Json part(String name, Json value) {
        if (SETS.contains(name)) {
            return set(value);
        }
        if (KINDS.contains(name)) {
            return members(value, (_, who) -> set(who));
        }
        return name.equals("Condition")
                ? members(value, (_, keys) -> members(keys, (_, values) -> set(values)))
                : value;
    }

    private interface Change {
        Json of(String name, Json value);
    }

    private static Json members(Json value, Change change) {
        if (!(value instanceof Json.Obj object)) {
            return value;
        }
        var changed = new LinkedHashMap<String, Json>();
        object.members().forEach((name, old) -> changed.put(name, change.of(name, old)));
        return new Json.Obj(changed);
    }

    private static Json each(List<Json> items, UnaryOperator<Json> change) {
        var changed = new ArrayList<Json>(items.size());
        items.forEach(item -> changed.add(change.apply(item)));
        return new Json.Arr(changed);
    }

    /** Condition values are texts to AWS, whether quoted or not. */
    private static Json set(Json value) {
        return new Json.Arr(many(value).stream()
                .map(item -> item instanceof Json.Bool || item instanceof Json.Num ? Json.of(item.canonical()) : item)
                .distinct()
                .sorted(Comparator.comparing(Json::canonical))
                .toList());
    }

    private static List<Json> many(Json value) {
        return value instanceof Json.Arr(var items) ? items : List.of(value);
    }
}
