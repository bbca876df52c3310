package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.kernel.table.Table;
import java.util.List;
import java.util.stream.Stream;

/** Everything about what is known of accounts, wired onto whatever platform the hub runs on. */
public final class InventoryHub {
    private final Table table;
    private final Facts facts;

    public InventoryHub(Table table, Facts facts) {
        this.table = table;
        this.facts = facts;
    }

    public List<Route> routes(Paging paging) {
        var seen = new Seen(new Accounts(table), facts);
        var generations = new Generations(table);
        return Stream.of(
                        new ResourcesApi(seen, generations, facts, paging).routes(),
                        new ChangesApi(seen, generations, facts, paging).routes(),
                        new CoverageApi(seen, paging).routes(),
                        new FindApi(seen).routes())
                .flatMap(List::stream)
                .toList();
    }
}
