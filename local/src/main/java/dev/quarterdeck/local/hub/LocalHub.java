package dev.quarterdeck.local.hub;

import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.upkeep.Upkeep;
import dev.quarterdeck.collect.facts.CatalogMeaning;
import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.history.Mending;
import dev.quarterdeck.collect.history.Publisher;
import dev.quarterdeck.collect.policy.CatalogRights;
import dev.quarterdeck.collect.scan.Tallies;
import dev.quarterdeck.collect.scanning.CatalogEstimates;
import dev.quarterdeck.collect.scanning.EventScopes;
import dev.quarterdeck.collect.types.CatalogWords;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.edge.Cookies;
import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.edge.Origins;
import dev.quarterdeck.edge.Telemetry;
import dev.quarterdeck.edge.accounts.AccountsHub;
import dev.quarterdeck.edge.hub.Hub;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.edge.inventory.Care;
import dev.quarterdeck.edge.inventory.InventoryHub;
import dev.quarterdeck.edge.inventory.ScanHub;
import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.inventory.asking.Asking;
import dev.quarterdeck.inventory.asking.Filing;
import dev.quarterdeck.inventory.asking.HubRows;
import dev.quarterdeck.inventory.exporting.ExportWork;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.inventory.history.Retention;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.events.Dispatcher;
import dev.quarterdeck.platform.local.identity.Argon2Hash;
import dev.quarterdeck.query.hub.Questions;
import dev.quarterdeck.query.sql.Limits;
import dev.quarterdeck.wire.AwsApi;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A hub on one machine: the same use cases and the same edge as in the cloud, on a workspace folder. */
public final class LocalHub implements AutoCloseable {
    private static final String ENVIRONMENT = "local";
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Workspace workspace;
    private final Hub hub;
    private final Optional<CompanyFile> company;
    private final Intake intake;
    private final CatalogWords words;
    private final Questions questions;
    private final ScanWork work;
    private final ExportWork exports;
    private final Clock clock;
    private final String token;

    /** How AWS is reached from here. */
    public record Aws(AwsApi api, Supplier<TypeCatalog> types, Keyring keyring, Means means) {}

    /** What scans need besides: under which key secrets are hashed, and what hears of the client's requests. */
    public record Means(Supplier<Redaction> redaction, Tallies tallies) {}

    /** What the hub is told by whoever runs it. */
    public record Surroundings(HubApi.Build build, Aws aws, Rules rules, Optional<CompanyFile> company, Clock clock) {}

    /** How long people stay signed in, how long facts are kept, and whether schedules begin scans. */
    public record Rules(SessionRules sessions, Retention facts, boolean schedules) {
        public static final Rules USUAL = new Rules(SessionRules.DEFAULT, Retention.USUAL, true);

        /** Where AWS is a recording, which says nothing new. */
        public static final Rules OF_A_RECORDING = new Rules(SessionRules.DEFAULT, Retention.USUAL, false);
    }

    /** What goes on until it is closed. */
    @FunctionalInterface
    public interface Working extends AutoCloseable {
        @Override
        void close();
    }

    private LocalHub(Workspace workspace, Surroundings around) {
        this.workspace = workspace;
        this.company = around.company();
        Publishing publishing = publishing(workspace, around);
        this.intake = new Intake(workspace.objects(), publishing);
        this.words = new CatalogWords(around.aws().types());
        this.questions = new Questions(rows(workspace), words::types, workspace.projections(), Limits.USUAL);
        var access = new OwnAccess(around.aws(), workspace.vault(), around.clock());
        this.work = new ScanWork(workspace, around.aws(), access, publishing, around.clock());
        this.hub = new Hub(
                platform(workspace, around, access, known(workspace, around, publishing)),
                new Hub.Settings(around.build(), ENVIRONMENT, around.rules().sessions()));
        this.exports = hub.exports().orElseThrow();
        this.clock = around.clock();
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.token = "console_" + HexFormat.of().formatHex(secret);
    }

    /** Opens the workspace in this folder, or makes it. */
    public static LocalHub open(Home home, Surroundings around) {
        return new LocalHub(Workspace.open(home, around.clock()), around);
    }

    /** Where scans bring what they saw. */
    public Intake intake() {
        return intake;
    }

    /** The code for the first administrator, as long as there is none. */
    public Optional<String> setupCode() {
        return hub.setupCode();
    }

    /** With what a command line that can read the workspace shows that it can. */
    public String consoleToken() {
        return token;
    }

    /** What the hub does by itself. */
    public Upkeep upkeep(Consumer<Json.Obj> lines) {
        return hub.upkeep(lines);
    }

    /** Begins to deliver events: who serves the hub does it, a command that is over in a moment leaves it. */
    public Dispatcher deliver() {
        return Dispatcher.start(hub.delivery(), PAUSE);
    }

    /** Begins to run workflows and to write exports, and goes on with those that an earlier process was at. */
    public Working work(Consumer<Json.Obj> lines) {
        Working workflows = work.begin(lines);
        ExportLoop exports = ExportLoop.start(this.exports, lines, clock);
        return () -> {
            exports.close();
            workflows.close();
        };
    }

    /** Writes the exports that wait, where nobody serves the hub. */
    public void export() {
        exports.reclaim();
        while (exports.next()) {
            // until none waits
        }
    }

    /** The edge as it is reached on a port of the loopback address. */
    public HttpEdge edge(int port, Telemetry telemetry, Supplier<String> metrics) {
        var place = new HttpEdge.Place(Origins.onLoopback(port), Cookies.onLoopback(port));
        return edge(place, URI.create("http://127.0.0.1:" + port), telemetry, metrics);
    }

    /** The edge as other machines reach it under these names. */
    public HttpEdge edgeOverTls(List<String> names, int port, Telemetry telemetry, Supplier<String> metrics) {
        var place = new HttpEdge.Place(Origins.overTls(names, port), Cookies.overTls());
        var address = URI.create("https://%s:%d".formatted(names.getFirst(), port));
        return edge(place, address, telemetry, metrics);
    }

    private HttpEdge edge(HttpEdge.Place place, URI address, Telemetry telemetry, Supplier<String> metrics) {
        return hub.edge(new Hub.Front(
                place,
                others -> new ConsoleGate(others, token),
                telemetry,
                metrics,
                company.map(file -> file.at(address))));
    }

    private static Publishing publishing(Workspace workspace, Surroundings around) {
        return new Publisher(
                new Generations(workspace.table()),
                workspace.objects(),
                around.aws().types(),
                around.clock());
    }

    private Asking asking(Workspace workspace) {
        return questions.asking(words).with(new Filing(questions.files(), workspace.objects()));
    }

    private static HubRows rows(Workspace workspace) {
        return new HubRows(new Accounts(workspace.table()), new Generations(workspace.table()), workspace.facts());
    }

    private InventoryHub.Ground known(Workspace workspace, Surroundings around, Publishing publishing) {
        var estimates = new CatalogEstimates(
                new Accounts(workspace.table()), workspace.facts(), around.aws().types());
        return new InventoryHub.Ground(
                workspace.facts(),
                () -> new CatalogMeaning(around.aws().types().get()),
                publishing,
                Optional.of(asking(workspace)),
                Optional.of(care(workspace, around)),
                new ScanHub.Ground(
                        Optional.of(work.workflows()),
                        estimates,
                        new EventScopes(workspace.facts(), around.aws().types()),
                        around.rules().schedules()));
    }

    private static Hub.Platform platform(
            Workspace workspace, Surroundings around, OwnAccess access, InventoryHub.Ground known) {
        var random = new SecureRandom();
        var rights = new CatalogRights(around.aws().types(), around.build().catalog());
        var sealing = workspace.sealing();
        var keys = new WorkspaceKeys(workspace.vault(), random);
        return new Hub.Platform(
                workspace.table(),
                known,
                workspace.vault(),
                new AccountsHub.Aws(access, access, access, rights, access),
                new Hub.Locks(new Argon2Hash(random), sealing, sealing.peppers(), keys::cursors),
                around.clock());
    }

    private static Care care(Workspace workspace, Surroundings around) {
        var mending = new Mending(new Generations(workspace.table()), workspace.objects(), around.clock());
        return new Care(workspace.objects(), mending, around.rules().facts());
    }

    @Override
    public void close() {
        hub.recordReads();
        questions.close();
        workspace.close();
    }
}
