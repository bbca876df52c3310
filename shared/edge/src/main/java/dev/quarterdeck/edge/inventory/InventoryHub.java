package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.kernel.table.Table;
import java.util.List;
import java.util.stream.Stream;

/** Everything about what is known of accounts, wired onto whatever platform the hub runs on. */
public final class InventoryHub {
    private final Table table;
    private final Ground ground;

    /** What is known, and where what is seen is handed in. */
    public record Ground(Facts facts, Publishing publishing) {
        /** Of a hub in which nothing scans. */
        public static final Ground NONE = new Ground(Facts.NONE, Publishing.NONE);
    }

    public InventoryHub(Table table, Ground ground) {
        this.table = table;
        this.ground = ground;
    }

    public List<Route> routes(Paging paging) {
        Facts facts = ground.facts();
        var seen = new Seen(new Accounts(table), facts);
        var generations = new Generations(table);
        return Stream.of(
                        new ResourcesApi(seen, generations, facts, paging).routes(),
                        new RelationsApi(seen).routes(),
                        new ChangesApi(seen, generations, facts, paging).routes(),
                        new CoverageApi(seen, paging).routes(),
                        new FindApi(seen).routes(),
                        new LooksApi(new Accounts(table), ground.publishing()).routes())
                .flatMap(List::stream)
                .toList();
    }
}
