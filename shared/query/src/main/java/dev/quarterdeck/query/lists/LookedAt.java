package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.Listing.Looking;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.query.engine.Answer;
import dev.quarterdeck.query.engine.Engine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far anybody looked for what an answer is about. */
final class LookedAt {
    private LookedAt() {}

    static Looking of(Engine engine, Filter filter, Matching matching) {
        List<String> unknown = unknown(engine, filter, matching);
        return engine.ask(matching.areas(), answer -> {
            var accounts = new HashMap<String, Map<String, Long>>();
            while (answer.next()) {
                Map<String, Long> areas = accounts.computeIfAbsent(answer.text(1), _ -> new HashMap<>());
                long count = answer.number(3);
                if (count > 0) {
                    areas.merge(answer.text(2), count, Long::sum);
                }
            }
            return new Looking(accounts, unknown);
        });
    }

    private static List<String> unknown(Engine engine, Filter filter, Matching matching) {
        return Filter.fields(filter)
                .filter(Field.Column.class::isInstance)
                .distinct()
                .filter(column -> !engine.ask(matching.knows(column), Answer::next))
                .map(Field::text)
                .toList();
    }
}
