package dev.quarterdeck.collect.expression;

import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.Collection;

/** One expression on many values; nulls fall out. */
final class Projection {
    private Projection() {}

    static Json of(Collection<Json> values, Node right, Scope scope) {
        var results = new ArrayList<Json>(values.size());
        for (Json value : values) {
            Json result = right.evaluate(value, scope);
            if (!(result instanceof Json.Null)) {
                results.add(result);
            }
        }
        return new Json.Arr(results);
    }
}
