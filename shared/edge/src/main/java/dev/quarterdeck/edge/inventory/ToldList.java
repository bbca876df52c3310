package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.asking.ListCoverage;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;

/** A page of a list, and what is told of the whole: how many there are, how they spread, and where nobody looked for more. */
record ToldList(Filter filter, Listing listing) {
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
                .put("coverage", new ListCoverage(filter, listing.whole().looking()).told(when, accounts))
                .json();
    }

    private static Json.Obj facet(Listing.Facet facet) {
        return new Members()
                .put("value", facet.value())
                .put("count", facet.count())
                .json();
    }
}
