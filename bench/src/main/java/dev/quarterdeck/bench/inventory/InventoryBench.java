package dev.quarterdeck.bench.inventory;

import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.collect.history.SegmentFacts;
import dev.quarterdeck.collect.types.CatalogWords;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.asking.FactRows;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.Order;
import dev.quarterdeck.inventory.asking.Position;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Kind;
import dev.quarterdeck.inventory.filter.Question;
import dev.quarterdeck.inventory.filter.Reading;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.lists.HistoricLists;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Prints tables: lists beside plain DuckDB over Parquet, what a look costs, and what a hub answers under load. */
public final class InventoryBench {
    private static final int THREADS = 2;
    private static final int ROUNDS = 40;
    private static final int PAGE = 50;
    private static final List<String> FACETS = List.of("type", "region", "account_id");

    private final Path folder;
    private final Company company;
    private final TypeCatalog types = TypeCatalog.shipped();

    private InventoryBench(Path folder, int resources) {
        this.folder = folder;
        this.company = new Company(300, resources / 300);
    }

    /** Takes what to do ({@code fill}, {@code relate}, {@code account}, {@code lists}, {@code history} or {@code clients}), the folder to work in, and how many resources. */
    public static void main(String[] args) throws Exception {
        var bench = new InventoryBench(Files.createDirectories(Path.of(args[1])), Integer.parseInt(args[2]));
        switch (args[0]) {
            case "fill" -> bench.fill();
            case "lists" -> bench.lists();
            case "relate" -> bench.relate();
            case "account" -> new OneAccount(bench.folder).measure();
            case "history" -> new HubUnderLoad(bench.workplace(), bench.types).measure(bench.company.accounts() / 10);
            case "clients" -> new Clients(bench.workplace().home().folder()).measure();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private Workplace workplace() {
        return new Workplace(folder.resolve("home"), company);
    }

    /** Where it is kept what looking and publishing took of the processor. */
    private Path cost() {
        return folder.resolve("cost");
    }

    private void fill() throws Exception {
        var workplace = workplace();
        if (!Files.exists(workplace.home().table())) {
            var took = Took.of(1, () -> workplace.fill(types));
            Files.writeString(cost(), String.valueOf(took.processor(50)));
            long bytes = Workplace.size(workplace.home().objects());
            int rows = company.accounts() * company.resourcesInEach();
            System.out.printf(
                    "%,d resources in %d accounts: %.0f s of processor time to look and publish, %.0f bytes each on the disk%n",
                    rows, company.accounts(), took.processor(50) / 1e3, (double) bytes / rows);
        }
    }

    /** A filter, and what says the same by hand. */
    private record Wanted(String filter, String sql) {}

    private static final List<Wanted> WANTED = List.of(
            new Wanted("", "TRUE"),
            new Wanted(
                    "type = ec2:instance and region = eu-west-1",
                    "type = 'AWS::EC2::Instance' AND region = 'eu-west-1'"),
            new Wanted("tags.team = payments and public = yes", "tags['team'] = 'payments' AND public = 'yes'"),
            new Wanted("name starts search-000", "name ILIKE 'search-000%'"),
            new Wanted(
                    "config.InstanceType = m6i.large and type = ec2:instance",
                    "type = 'AWS::EC2::Instance' AND (config->>'$.InstanceType') = 'm6i.large'"));

    private void lists() throws Exception {
        Home home = workplace().home();
        Path rows = Files.createTempDirectory(folder, "rows").resolve("rows.db");
        try (var table = SqliteTable.open(home.table(), Clock.systemUTC());
                var parquet = Parquet.open(folder, home.objects(), THREADS)) {
            var generations = new Generations(table);
            var accounts = new Accounts(table).every(new AccountFilter.All()).toList();
            var facts = new SegmentFacts(generations, FolderObjects.open(home.objects()));
            try (var lists = new HistoricLists(
                    () -> Engine.beside(rows, "512MB", THREADS),
                    at -> new FactRows(facts, generations, accounts, at))) {
                var loading = Took.of(1, () -> lists.list(request("")));
                System.out.printf(
                        "read: %.1f s, %.1f s of processor time; process %,d MB%n%n",
                        loading.wall(50) / 1e3, loading.processor(50) / 1e3, Memory.now());
                System.out.println(
                        "| filter, facets, first page | found | CPU ms p50: ours, DuckDB, ratio | p99: ours, DuckDB, ratio | wall ms p50: ours, DuckDB, ratio |");
                System.out.println("|---|---:|---:|---:|---:|");
                for (Wanted wanted : WANTED) {
                    compare(lists, parquet, wanted);
                }
                new Maps(lists, company, this::filter).measure();
            }
        }
    }

    private Filter filter(String text) {
        return text.isEmpty()
                ? Filter.ALL
                : switch (Question.read(text, new CatalogWords(() -> types))) {
                    case Reading.Understood(var understood) -> understood.filter();
                    case Reading.Misunderstood(var flaw) -> throw new IllegalArgumentException(flaw.sentence());
                };
    }

    private ListRequest request(String filter) {
        List<Field> fields = Stream.of("uid", "name", "type", "account_id", "region", "state")
                .map(InventoryBench::column)
                .toList();
        var all = Stream.concat(fields.stream(), Stream.of(new Field.Whole("tags")))
                .toList();
        return new ListRequest(
                filter(filter),
                ListRequest.When.now(Clock.systemUTC().instant()),
                new Sight.Everything(),
                new ListRequest.Shape(
                        all,
                        List.of(new Order(column("name"), false)),
                        FACETS.stream().map(InventoryBench::column).toList()),
                new ListRequest.Page(PAGE, Position.START, false));
    }

    private static Field column(String name) {
        return new Field.Column(name, Kind.Plain.TEXT);
    }

    private void compare(HistoricLists lists, Parquet parquet, Wanted wanted) throws Exception {
        ListRequest request = request(wanted.filter());
        Listing listing = lists.list(request);
        long found = parquet.list(wanted.sql(), FACETS, PAGE);
        if (listing.whole().count().number() != Math.min(found, Listing.COUNTED)) {
            throw new IllegalStateException(
                    "%s: %s and %d".formatted(wanted, listing.whole().count(), found));
        }
        var ours = new Took();
        var theirs = new Took();
        for (int i = 0; i < ROUNDS; i++) {
            ours.once(() -> lists.list(request));
            theirs.once(() -> parquet.list(wanted.sql(), FACETS, PAGE));
        }
        System.out.printf(
                "| `%s` | %s | %s | %s | %s |%n",
                wanted.filter().isEmpty() ? "(everything)" : wanted.filter(),
                listing.whole().count(),
                ratio(ours.processor(50), theirs.processor(50)),
                ratio(ours.processor(99), theirs.processor(99)),
                ratio(ours.wall(50), theirs.wall(50)));
    }

    private static String ratio(double ours, double theirs) {
        return "%.0f, %.0f, %.2f".formatted(ours, theirs, ours / theirs);
    }

    private void relate() throws Exception {
        new Relating(workplace(), types).measure(Double.parseDouble(Files.readString(cost())));
    }
}
