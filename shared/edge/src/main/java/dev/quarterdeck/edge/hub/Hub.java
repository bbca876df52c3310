package dev.quarterdeck.edge.hub;

import dev.quarterdeck.accounts.upkeep.Chore;
import dev.quarterdeck.accounts.upkeep.Rounds;
import dev.quarterdeck.accounts.upkeep.Upkeep;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.edge.Cursors;
import dev.quarterdeck.edge.Gatekeeper;
import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.edge.Telemetry;
import dev.quarterdeck.edge.accounts.AccountsHub;
import dev.quarterdeck.edge.contract.Contract;
import dev.quarterdeck.edge.contract.OpenApi;
import dev.quarterdeck.edge.inventory.ExportHub;
import dev.quarterdeck.edge.inventory.InventoryHub;
import dev.quarterdeck.edge.inventory.ScanHub;
import dev.quarterdeck.edge.oidc.OidcSettings;
import dev.quarterdeck.identity.PasswordHash;
import dev.quarterdeck.identity.Peppers;
import dev.quarterdeck.identity.Sealing;
import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.inventory.exporting.ExportWork;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.events.Delivery;
import dev.quarterdeck.kernel.migrations.Step;
import dev.quarterdeck.kernel.table.Table;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/** A hub, whatever it stands on: the use cases over a platform's ports, the routes over the use cases, the edge over all. */
public final class Hub {
    private final Platform platform;
    private final Settings settings;
    private final SecureRandom random = new SecureRandom();
    private final People people;

    /** What a machine or a cloud has to give. */
    public record Platform(
            Table table, InventoryHub.Ground inventory, Vault vault, AccountsHub.Aws aws, Locks locks, Clock clock) {}

    /** With what the hub keeps what nobody may read or make up. */
    public record Locks(PasswordHash passwords, Sealing sealing, Peppers peppers, Supplier<SecretKey> cursors) {}

    /** {@code environment} marks the API keys of this hub, so that one of another is told at a glance. */
    public record Settings(HubApi.Build build, String environment, SessionRules rules) {}

    /** Where the hub is reached, who else is let in or vouched for there, and where it tells what it did. */
    public record Front(
            HttpEdge.Place place,
            UnaryOperator<Gatekeeper> door,
            Telemetry telemetry,
            Supplier<String> metrics,
            Optional<OidcSettings> company) {}

    public Hub(Platform platform, Settings settings) {
        this.platform = platform;
        this.settings = settings;
        this.people = new People(platform, settings, random);
    }

    /** The code for the first administrator, as long as there is none. */
    public Optional<String> setupCode() {
        return people.firstAdmin().code();
    }

    /** Allowed reads wait for a full batch; whoever ends the hub, or its turn, puts the rest on record. */
    public void recordReads() {
        people.recordReads();
    }

    /** Brings the rows to the form that this version works with: a deployed hub does it before all else that it does by itself. */
    public List<Step> migrate() {
        return HubSchema.bring(platform.table());
    }

    /** What the hub does by itself: whoever hosts it asks every minute for what is due; {@code lines} takes the log. */
    public Upkeep upkeep(Consumer<Json.Obj> lines) {
        return new Upkeep(chores(), new Rounds(platform.table(), platform.clock()), platform.clock(), lines);
    }

    private List<Chore> chores() {
        var reads = new Chore("access-log", Duration.ofMinutes(1), _ -> {
            recordReads();
            return "written";
        });
        return Stream.of(
                        List.of(reads),
                        scans().chores(),
                        accounts().chores(),
                        inventory().chores())
                .flatMap(List::stream)
                .toList();
    }

    /** Brings events to whatever the hub does about them: whoever hosts it runs it, again and again. */
    public Delivery delivery() {
        return new Delivery(
                platform.table(),
                Stream.concat(accounts().handlers().stream(), scans().handlers().stream())
                        .toList(),
                platform.clock());
    }

    private AccountsHub accounts() {
        return new AccountsHub(new AccountsHub.Ground(
                platform.table(), platform.vault(), platform.aws(), inventory().remains(), platform.clock()));
    }

    private InventoryHub inventory() {
        return new InventoryHub(platform.table(), platform.inventory(), people::sight, platform.clock());
    }

    /** What writes the exports that people asked for, where that is done: whoever hosts the hub lets it go on, again and again. */
    public Optional<ExportWork> exports() {
        return inventory().exports().map(ExportHub::work);
    }

    private ScanHub scans() {
        return new ScanHub(platform.table(), platform.inventory().scans(), platform.clock());
    }

    public HttpEdge edge(Front front) {
        Contract contract = OpenApi.shipped();
        return HttpEdge.of(
                contract,
                routes(front, contract),
                front.door().apply(people.gatekeeper()),
                front.place(),
                new HttpEdge.Ground(platform.table(), front.telemetry(), platform.clock(), random));
    }

    /** Every operation of the contract: a feature's routes are a line here. */
    private List<Route> routes(Front front, Contract contract) {
        var paging = new Paging(new Cursors(platform.locks().cursors().get(), random, platform.clock()));
        var stores = new HubApi.Stores(platform.table(), platform.vault());
        return Stream.of(
                        new HubApi(settings.build(), stores, contract, front.metrics()).routes(),
                        people.routes(front, paging),
                        accounts().routes(paging),
                        inventory().routes(paging),
                        scans().routes(paging))
                .flatMap(List::stream)
                .toList();
    }
}
