package dev.quarterdeck.query.lists;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Whereabouts;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Fragment;
import dev.quarterdeck.query.lists.FilterSql.Relations;

/** The resources that a request is about: those its filter says yes to, of those the caller may see. */
record Matching(Fragment seen, Relations relations, Fragment condition, Fragment area) {
    private static final Relations ALL = new Relations("resources", "edges", "coverage");
    private static final Relations SEEN = new Relations("seen_resources", "seen_edges", "seen_coverage");

    /** An area that is all regions, or the one place where a list of all regions is asked, tells nothing of a region. */
    private static final String AREAS = """
            SELECT account_id, status, count(*) FILTER (coalesce({}, TRUE)) FROM (
                SELECT account_id, CASE WHEN region NOT IN ('*', 'global') THEN region END AS region, type, status
                FROM {}) r GROUP BY ALL""";

    static Matching of(ListRequest request) {
        return of(request.filter(), request.when(), request.sight());
    }

    static Matching of(Filter filter, ListRequest.When when, Sight sight) {
        Relations relations = switch (sight) {
            case Sight.Everything _ -> ALL;
            case Sight.Accounts _ -> SEEN;
        };
        var sql = new FilterSql(when.now(), relations);
        return new Matching(seen(sight), relations, sql.condition(filter), sql.condition(Whereabouts.of(filter)));
    }

    /** A link is seen where it starts: whom one may not see, one does not see using anything. */
    private static Fragment seen(Sight sight) {
        return switch (sight) {
            case Sight.Everything _ -> Fragment.of("");
            case Sight.Accounts(var accounts) ->
                Fragment.of(
                        """
                        WITH seen AS (SELECT unnest(from_json({}, '["VARCHAR"]')) AS account),
                        seen_resources AS (SELECT * FROM resources WHERE account_id IN (FROM seen)),
                        seen_coverage AS (SELECT * FROM coverage WHERE account_id IN (FROM seen)),
                        seen_edges AS (SELECT * FROM edges WHERE from_uid IN (SELECT uid FROM seen_resources))
                        """,
                        Json.of(accounts.stream()
                                        .map(AccountId::toString)
                                        .map(Json::of)
                                        .toList())
                                .text());
        };
    }

    /** How many areas in which such a resource could be have which status, account by account. */
    Fragment areas() {
        return Fragment.of("{}" + AREAS, seen, area, Fragment.of(relations.coverage()));
    }

    /** A row if any resource that is seen has a value there. */
    Fragment knows(Field field) {
        return Fragment.of(
                "{}SELECT 1 FROM " + relations.resources() + " r WHERE {} IS NOT NULL LIMIT 1",
                seen,
                FieldSql.value(field, FieldSql.Place.OUTERMOST));
    }

    /** Of all that is seen, whether it matches or not. */
    Fragment known(Fragment what, Fragment where) {
        return Fragment.of("{}SELECT {} FROM " + relations.resources() + " r WHERE {}", seen, what, where);
    }

    /** A query that may name more tables. */
    Fragment with(Fragment tables, Fragment query) {
        return seen.sql().isEmpty()
                ? Fragment.of("WITH {} {}", tables, query)
                : Fragment.of("{}, {} {}", seen, tables, query);
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
