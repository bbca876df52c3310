package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.connect.OwnRows;
import dev.quarterdeck.accounts.connect.Remains;
import dev.quarterdeck.accounts.upkeep.Chore;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.asking.Asking;
import dev.quarterdeck.inventory.history.FactObjects;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Meaning;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Table;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything about what is known of accounts, wired onto whatever platform the hub runs on. */
public final class InventoryHub {
    private final Table table;
    private final Ground ground;
    private final Clock clock;

    /**
     * What is known and what of it counts as a change, where what is seen is handed in, with what it is asked as a whole,
     * where that is done here, how it is kept in order, where that is, and what scans.
     */
    public record Ground(
            Facts facts,
            Supplier<Meaning> meaning,
            Publishing publishing,
            Optional<Asking> asking,
            Optional<Care> care,
            ScanHub.Ground scans) {
        /** Of a hub in which nothing scans. */
        public static final Ground NONE = new Ground(
                Facts.NONE,
                () -> Meaning.PLAIN,
                Publishing.NONE,
                Optional.empty(),
                Optional.empty(),
                ScanHub.Ground.NONE);
    }

    public InventoryHub(Table table, Ground ground, Clock clock) {
        this.table = table;
        this.ground = ground;
        this.clock = clock;
    }

    public List<Route> routes(Paging paging) {
        Facts facts = ground.facts();
        var seen = new Seen(new Accounts(table), facts);
        var generations = new Generations(table);
        return Stream.of(
                        new ResourcesApi(seen, generations, facts, paging).routes(),
                        new RelationsApi(seen).routes(),
                        new ImpactApi(seen).routes(),
                        new ChangesApi(seen, generations, facts, paging).routes(),
                        new DiffApi(seen, facts, ground.meaning(), paging).routes(),
                        new CoverageApi(seen, paging).routes(),
                        new FindApi(seen).routes(),
                        asking(seen, paging),
                        new LooksApi(new Accounts(table), ground.publishing()).routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> asking(Seen seen, Paging paging) {
        return ground.asking()
                .map(asking -> Stream.of(
                                new ListingApi(seen, asking, paging, clock).routes(),
                                new TopologyApi(seen, asking, clock).routes(),
                                new QueryApi(seen, asking.queries()).routes())
                        .flatMap(List::stream)
                        .toList())
                .orElseGet(() -> Stream.of("listResources", "showTopology", "query", "describeTables")
                        .map(operation -> Route.list(operation, InventoryHub::elsewhere))
                        .toList());
    }

    private static Reply elsewhere(Call call) {
        throw new FailureException(new Failure.Unavailable(
                "'%s' is not served by this function: it takes the one that can read the whole inventory"
                        .formatted(call.operation().id())));
    }

    public List<Chore> chores() {
        return ground.care()
                .map(care -> new FactChores(table, care, clock).chores())
                .orElse(List.of());
    }

    /** What an account leaves here. */
    public Set<Remains> remains() {
        Stream<Remains> rows = Stream.of(new OwnRows("facts", table, Generations::all));
        Stream<Remains> objects = ground.care().stream().map(care -> new FactObjects(care.objects()));
        return Stream.concat(rows, objects).collect(Collectors.toSet());
    }
}
