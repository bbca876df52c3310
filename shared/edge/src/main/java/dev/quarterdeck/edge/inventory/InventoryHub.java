package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.connect.OwnRows;
import dev.quarterdeck.accounts.connect.Remains;
import dev.quarterdeck.accounts.upkeep.Chore;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.identity.access.Sight;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.inventory.asking.Asking;
import dev.quarterdeck.inventory.exporting.ExportMeans;
import dev.quarterdeck.inventory.history.FactObjects;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Meaning;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.inventory.views.Views;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Table;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything about what is known of accounts, wired onto whatever platform the hub runs on. */
public final class InventoryHub {
    /** The operations that ask the whole inventory at once, or keep its words, by their ids: where nothing can, they are refused. */
    public static final Set<String> OF_THE_WHOLE = Stream.concat(
                    Stream.of("listResources", "showTopology", "query", "describeTables"), ViewsApi.OPERATIONS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Table table;
    private final Ground ground;
    private final Function<UserId, Sight> sights;
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

    /** {@code sights} is what people may see of it who are not here to ask. */
    public InventoryHub(Table table, Ground ground, Function<UserId, Sight> sights, Clock clock) {
        this.table = table;
        this.ground = ground;
        this.sights = sights;
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
                        exports()
                                .map(exports -> exports.routes(seen, views()))
                                .orElseGet(() -> elsewhere(ExportsApi.OPERATIONS)),
                        new LooksApi(new Accounts(table), generations, ground.publishing()).routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> asking(Seen seen, Paging paging) {
        return ground.asking()
                .map(asking -> Stream.of(
                                new ListingApi(seen, views(), asking, paging, clock).routes(),
                                new ViewsApi(views(), asking.words()).routes(),
                                new TopologyApi(seen, asking, clock).routes(),
                                new QueryApi(seen, asking.queries()).routes())
                        .flatMap(List::stream)
                        .toList())
                .orElseGet(() -> elsewhere(OF_THE_WHOLE));
    }

    private SeenViews views() {
        return new SeenViews(new Views(table, new AuditLog(table, clock)));
    }

    /** Everything about exports, where they are made. */
    public Optional<ExportHub> exports() {
        return ground.asking()
                .flatMap(asking -> asking.filing()
                        .map(filing -> new ExportHub(
                                table, new ExportMeans(asking.words(), filing, new OwnerSight(table, sights)), clock)));
    }

    private static List<Route> elsewhere(Collection<String> operations) {
        return operations.stream()
                .map(operation -> Route.list(operation, InventoryHub::elsewhere))
                .toList();
    }

    private static Reply elsewhere(Call call) {
        throw new FailureException(new Failure.Unavailable(
                "'%s' is not served by this function: it takes the one that can read the whole inventory"
                        .formatted(call.operation().id())));
    }

    public List<Chore> chores() {
        return Stream.concat(
                        ground.care().stream().flatMap(care -> new FactChores(table, care, clock).chores().stream()),
                        exports().stream().map(ExportHub::chore))
                .toList();
    }

    /** What an account leaves here. */
    public Set<Remains> remains() {
        Stream<Remains> rows = Stream.of(new OwnRows("facts", table, Generations::all));
        Stream<Remains> objects = ground.care().stream().map(care -> new FactObjects(care.objects()));
        return Stream.concat(rows, objects).collect(Collectors.toSet());
    }
}
