package dev.quarterdeck.bench.simulated;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Description;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Placement;
import dev.quarterdeck.accounts.Revision;
import dev.quarterdeck.accounts.Saved;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.bench.Shipped;
import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.scan.Tallies;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.local.access.Profiles;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.InProcess;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.WireSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A hub whose active accounts are those of a simulated estate: it scans them as any hub does, with its workflow. */
final class SimulatedHub {
    private static final long A_WHILE = 5_000;

    private final Home home;
    private final Looked looked;
    private final TypeCatalog types;
    private final WireSettings settings;
    private final Clock clock;

    SimulatedHub(Path folder, Looked looked, TypeCatalog types, WireSettings settings, Clock clock) {
        this.home = new Home(folder);
        this.looked = looked;
        this.types = types;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes the workspace, and connects the accounts as if they had been proven. */
    void connect() throws IOException {
        Files.createDirectories(home.folder().resolve(".aws"));
        Files.writeString(
                home.folder().resolve(".aws/credentials"),
                IntStream.range(0, looked.estate().accounts())
                        .mapToObj(looked.estate()::account)
                        .map(account -> profile(account, account))
                        .collect(Collectors.joining(
                                "", profile("default", looked.estate().account(0)), "")));
        try (var client =
                client(new SimulatedAws(looked.estate(), Duration.ZERO, new Meter(), List.of()), new Tallies())) {
            open(client, new Tallies()).close();
        }
        try (var table = SqliteTable.open(home.table(), clock)) {
            var accounts = new Accounts(table);
            for (int i = 0; i < looked.estate().accounts(); i++) {
                Saved saved = accounts.add(account(looked.estate().account(i)), table::write);
                if (!(saved instanceof Saved.Done)) {
                    throw new IllegalStateException(saved.toString());
                }
            }
        }
    }

    private static String profile(String name, String account) {
        return "[%s]\naws_access_key_id = AKIA%s\naws_secret_access_key = secret\n".formatted(name, account);
    }

    private Account account(String id) {
        Instant now = clock.instant();
        return new Account(
                new AccountId(id),
                Description.named("account-" + id),
                Placement.in(Partition.AWS),
                new Connection.ByProfile(id),
                Standing.fresh(now).with(Status.ACTIVE),
                Revision.first(now));
    }

    private AwsClient client(SimulatedAws aws, Tallies tallies) throws IOException {
        return new AwsClient(Shipped.catalog(), settings, tallies, clock, aws);
    }

    private LocalHub open(AwsClient client, Tallies tallies) {
        var keyring = new Keyring(Map.of(), Profiles.read(Map.of(), home.folder()), client, clock);
        var means = new LocalHub.Means(() -> new Redaction("bench", new byte[32]), tallies);
        return LocalHub.open(
                home,
                new LocalHub.Surroundings(
                        new HubApi.Build("bench", "bench"),
                        new LocalHub.Aws(client, () -> types, keyring, means),
                        LocalHub.Rules.USUAL,
                        Optional.empty(),
                        clock));
    }

    /** Scans all accounts to the end; {@code watch} is shown now and then how far it has come. */
    Ran scan(String name, String trigger, SimulatedAws aws, Consumer<Fields> watch) throws Exception {
        begin(name, trigger);
        var tallies = new Tallies();
        Instant begun = clock.instant();
        Fields scan;
        try (AwsClient client = client(aws, tallies);
                LocalHub hub = open(client, tallies);
                var _ = hub.work(line -> System.err.println(line.text()));
                var _ = hub.deliver();
                var console = new HubClient(new InProcess(hub, () -> {}))) {
            scan = console.get("/api/scans/" + name).fields();
            while (scan.maybeInstant("ended_at").isEmpty()) {
                Thread.sleep(A_WHILE);
                scan = console.get("/api/scans/" + name).fields();
                watch.accept(scan.object("counts"));
            }
        }
        List<Fields> history = history(name);
        return new Ran(scan, begun, reached(history, "Publish"), weight(history));
    }

    /** A scan as it ended, when it was begun and when all was read, and how many events its workflow's history has. */
    record Ran(Fields scan, Instant begun, Instant read, long events) {
        Instant ended() {
            return scan.instant("ended_at");
        }

        Fields counts() {
            return scan.object("counts");
        }
    }

    private void begin(String name, String trigger) {
        var scope = new ScanScope(
                new TreeSet<>(),
                new TreeSet<>(looked.estate().regions()),
                looked.types(types).stream().map(ResourceType::name).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(),
                false);
        try (var table = SqliteTable.open(home.table(), clock)) {
            new Scans(table, clock).begin(new ScanId(name), trigger, scope, (writes, _) -> table.write(writes));
        }
    }

    private List<Fields> history(String name) {
        var events = new ArrayList<Fields>();
        try (var table = SqliteTable.open(home.table(), clock)) {
            Query all = Query.of("EXECUTION#scan:%s-1".formatted(name)).within(new Query.Range.StartsWith("EVENT#"));
            Optional<Cursor> from = Optional.empty();
            do {
                Page page = table.query(from.map(all::from).orElse(all));
                page.rows().forEach(row -> events.add(Fields.of(row.data())));
                from = page.next();
            } while (from.isPresent());
        }
        return events;
    }

    private static Instant reached(List<Fields> history, String state) {
        return history.stream()
                .filter(event -> event.maybeText("state").filter(state::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("it never came to " + state))
                .instant("at");
    }

    /** As Step Functions counts: a task that is scheduled is an event, and that it started another one. */
    private static long weight(List<Fields> history) {
        return history.size()
                + history.stream()
                        .filter(event -> event.text("what").equals("Scheduled"))
                        .count();
    }
}
