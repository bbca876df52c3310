package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.filter.Evaluator;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Whereabouts;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A page of a list, and what is told of the whole: how many there are, how they spread, and where nobody looked for more. */
record ToldList(Filter filter, Listing listing) {
    private static final String LOOKED = Coverage.Status.LOOKED.toString();

    Json.Obj json(ListRequest.When when, List<AccountId> accounts) {
        Listing.Count count = listing.whole().count();
        var facets = new Members();
        listing.whole()
                .facets()
                .forEach((field, values) -> facets.put(
                        field, Json.of(values.stream().map(ToldList::facet).toList())));
        return new Members()
                .put("items", Json.of(listing.rows()))
                .put(
                        "count",
                        new Members()
                                .put("number", count.number())
                                .put("exact", count.exact())
                                .put("text", count.toString()))
                .put("facets", facets)
                .maybeAt("at", when.at())
                .put("coverage", coverage(when, accounts))
                .json();
    }

    private static Json.Obj facet(Listing.Facet facet) {
        return new Members()
                .put("value", facet.value())
                .put("count", facet.count())
                .json();
    }

    private Members coverage(ListRequest.When when, List<AccountId> accounts) {
        Map<String, Long> areas = new TreeMap<>(listing.whole().looking().areas());
        var statuses = new Members();
        areas.forEach(statuses::put);
        long all = areas.values().stream().mapToLong(Long::longValue).sum();
        return new Members()
                .put("areas", statuses)
                .put("areas_not_looked_at", all - areas.getOrDefault(LOOKED, 0L))
                .put("accounts_never_scanned", neverScanned(when, accounts))
                .put("columns_not_known", listing.whole().looking().unknown());
    }

    private long neverScanned(ListRequest.When when, List<AccountId> accounts) {
        var evaluator = new Evaluator(when.now(), (_, _) -> List.of());
        Filter where = Whereabouts.of(filter);
        return accounts.stream()
                .map(AccountId::value)
                .filter(id -> !listing.whole().looking().accounts().contains(id))
                .filter(id -> evaluator.answer(where, Json.Obj.EMPTY.with("account_id", Json.of(id))) != Tri.NO)
                .count();
    }
}
