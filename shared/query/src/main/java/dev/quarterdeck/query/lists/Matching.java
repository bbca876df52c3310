package dev.quarterdeck.query.lists;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Fragment;
import dev.quarterdeck.query.lists.FilterSql.Relations;

/** The resources that a request is about: those its filter says yes to, of those the caller may see. */
record Matching(Fragment seen, Relations relations, Fragment condition) {
    private static final Relations ALL = new Relations("resources", "edges");
    private static final Relations SEEN = new Relations("seen_resources", "seen_edges");

    static Matching of(ListRequest request) {
        Relations relations = switch (request.sight()) {
            case Sight.Everything _ -> ALL;
            case Sight.Accounts _ -> SEEN;
        };
        Fragment condition = new FilterSql(request.now(), relations).condition(request.filter());
        return new Matching(seen(request.sight()), relations, condition);
    }

    /** A link is seen where it starts: whom one may not see, one does not see using anything. */
    private static Fragment seen(Sight sight) {
        return switch (sight) {
            case Sight.Everything _ -> Fragment.of("");
            case Sight.Accounts(var accounts) ->
                Fragment.of(
                        """
                        WITH seen_resources AS (
                            SELECT * FROM resources WHERE account_id IN (SELECT unnest(from_json({}, '["VARCHAR"]')))),
                        seen_edges AS (SELECT * FROM edges WHERE from_uid IN (SELECT uid FROM seen_resources))
                        """,
                        Json.of(accounts.stream()
                                        .map(AccountId::toString)
                                        .map(Json::of)
                                        .toList())
                                .text());
        };
    }

    Fragment select(Fragment what, Fragment where, Fragment rest) {
        return Fragment.of(
                "{}SELECT {} FROM " + relations.resources() + " r WHERE {} AND {} {}",
                seen,
                what,
                condition,
                where,
                rest);
    }
}
