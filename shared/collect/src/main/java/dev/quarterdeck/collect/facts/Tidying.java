package dev.quarterdeck.collect.facts;

import dev.quarterdeck.collect.expression.Scope;
import dev.quarterdeck.collect.json.JsonReader;
import dev.quarterdeck.collect.types.FieldPath;
import dev.quarterdeck.collect.types.Upkeep;
import dev.quarterdeck.collect.types.Upkeep.Unordered;
import dev.quarterdeck.inventory.Redacted;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Brings a resource into the one form that we keep: documents parsed, secrets replaced, lists without order sorted. */
final class Tidying {
    private static final Rewriting DOCUMENTS = Rewriting.of(Tidying::parsed);
    private static final Rewriting UNHASHED = Rewriting.greedy(Tidying::unhashed);
    private static final Comparator<Map.Entry<String, Json>> ORDER = Map.Entry.<String, Json>comparingByKey()
            .thenComparing(Map.Entry::getValue, Comparator.comparing(Json::canonical));

    private final Rewriting secrets;

    Tidying(Redaction redaction) {
        this.secrets = Rewriting.greedy(redaction::of);
    }

    Json.Obj tidy(Json.Obj config, Upkeep upkeep) {
        Json tidy = documents(config, upkeep);
        for (FieldPath path : upkeep.sensitive()) {
            tidy = secrets.at(path, tidy);
        }
        return object(sorted(tidy, upkeep.unordered()));
    }

    /** What was read under an older catalog, as far as it can be as if under this one: what was never hashed is not told. */
    static Json caughtUp(Json.Obj config, Upkeep upkeep) {
        Json tidy = documents(config, upkeep);
        for (FieldPath path : upkeep.sensitive()) {
            tidy = UNHASHED.at(path, tidy);
        }
        return tidy;
    }

    private static Json documents(Json config, Upkeep upkeep) {
        Json parsed = config;
        for (FieldPath path : upkeep.json()) {
            parsed = DOCUMENTS.at(path, parsed);
        }
        return parsed;
    }

    private static Json unhashed(Json value) {
        boolean hashed = value instanceof Json.Str(var text) && Redacted.is(text);
        return hashed || value instanceof Json.Null ? value : Json.of(Redacted.UNHASHED);
    }

    /** Every list that AWS gives in any order, in ours. */
    static Json sorted(Json config, List<Unordered> lists) {
        Json sorted = config;
        for (Unordered list : lists) {
            List<FieldPath.Step> steps = list.path().steps();
            boolean ofElements = steps.getLast() instanceof FieldPath.EachElement;
            sorted = Rewriting.of(value -> value instanceof Json.Arr array ? sorted(array, list) : value)
                    .at(ofElements ? steps.subList(0, steps.size() - 1) : steps, sorted);
        }
        return sorted;
    }

    private static Json sorted(Json.Arr array, Unordered list) {
        List<Json> items = array.items();
        if (items.size() < 2) {
            return array;
        }
        var keyed = new ArrayList<Map.Entry<String, Json>>(items.size());
        for (Json item : items) {
            keyed.add(Map.entry(key(item, list), item));
        }
        keyed.sort(ORDER);
        var sorted = new ArrayList<Json>(items.size());
        keyed.forEach(entry -> sorted.add(entry.getValue()));
        return new Json.Arr(sorted);
    }

    private static String key(Json item, Unordered list) {
        return list.key()
                .map(key -> key.evaluate(item, Scope.of(item)))
                .orElse(item)
                .canonical();
    }

    private static Json parsed(Json value) {
        return value instanceof Json.Str(var text) ? JsonReader.read(text).orElse(value) : value;
    }

    static Json.Obj object(Json value) {
        return value instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }
}
