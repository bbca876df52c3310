package dev.quarterdeck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Saved;
import dev.quarterdeck.collect.access.HubLender;
import dev.quarterdeck.collect.access.LentKeys;
import dev.quarterdeck.collect.access.LentSessions;
import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.history.Publisher;
import dev.quarterdeck.collect.history.SegmentFacts;
import dev.quarterdeck.collect.scan.Tallies;
import dev.quarterdeck.collect.scanning.ScanMeans;
import dev.quarterdeck.collect.scanning.ScanReader;
import dev.quarterdeck.collect.types.CatalogWords;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.inventory.asking.HubRows;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.VaultFile;
import dev.quarterdeck.platform.local.workflows.LocalWorkflows;
import dev.quarterdeck.platform.local.workflows.Work;
import dev.quarterdeck.query.hub.Questions;
import dev.quarterdeck.query.sql.Limits;
import dev.quarterdeck.testkit.journey.Cloud;
import dev.quarterdeck.wire.AssumedRole;
import dev.quarterdeck.workflows.Execution;
import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.scan.ScanStarter;
import dev.quarterdeck.workflows.scan.ScanTasks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The scan that a hub on one machine makes of an account: its table, its folder, its interpreter of the same workflow. */
final class HomeScan implements AutoCloseable {
    private static final ScanId ID = new ScanId("home");
    private static final Redaction REDACTION =
            new Redaction("home", "a key for tests, and nothing else".getBytes(StandardCharsets.UTF_8));

    private final Clock clock = Clock.systemUTC();
    private final Cloud accounts;
    private final Path folder;
    private final SqliteTable table;
    private final Objects objects;
    private final Vault vault;

    HomeScan(Cloud accounts, Path folder) {
        this.accounts = accounts;
        this.folder = folder;
        this.table = SqliteTable.open(folder.resolve("home.db"), clock);
        this.objects = FolderObjects.open(folder.resolve("objects"));
        this.vault = VaultFile.open(folder.resolve("vault"), folder.resolve("vault.key"), clock);
    }

    /** What is known at home of an account that the deployed hub has, after one scan. */
    Facts of(Account account, ScanScope scope) {
        assertThat(new Accounts(table).add(account, table::write)).isInstanceOf(Saved.Done.class);
        var scans = new Scans(table, clock);
        scans.begin(ID, "manual", scope, (writes, _) -> table.write(writes));
        Scan scan = scans.find(ID).orElseThrow();
        LocalWorkflows workflows = workflows();
        workflows.start(ScanStarter.WORKFLOW, scan.execution(), ScanTasks.input(scan));
        var id = new ExecutionId(ScanStarter.WORKFLOW, scan.execution());
        while (workflows.find(id).filter(Execution::isRunning).isPresent()) {
            workflows.round();
        }
        assertThat(scans.find(ID).map(Scan::status)).contains(Scan.Status.DONE);
        return new SegmentFacts(new Generations(table), objects);
    }

    /** How what the scan found is asked as a whole. */
    Questions questions(CatalogWords words) {
        var known = new HubRows(
                new Accounts(table), new Generations(table), new SegmentFacts(new Generations(table), objects));
        return new Questions(known, words::types, folder.resolve("projections"), Limits.USUAL);
    }

    private LocalWorkflows workflows() {
        Cloud.HubSide broker = accounts.broker();
        var tallies = new Tallies();
        var aws = new ScanReader.Aws(
                accounts.api,
                new LentSessions(lender(broker), broker.hand()),
                tallies,
                () -> accounts.types,
                () -> REDACTION);
        var publisher = new Publisher(new Generations(table), objects, () -> accounts.types, clock);
        var crew = new ScanMeans(table, objects, aws, publisher, clock).crew();
        return new LocalWorkflows(
                table,
                clock,
                List.of(Definition.shipped(ScanStarter.WORKFLOW).workflow()),
                new Work(ScanTasks.on(table, crew, clock).byName(), Runnable::run, (_, trouble) -> {
                    throw trouble;
                }));
    }

    private HubLender lender(Cloud.HubSide broker) {
        var source = new AssumedRole.Source(broker.own().access(), Cloud.REGION);
        return new HubLender(session -> new AssumedRole(accounts.api, source, session, clock), new LentKeys(vault));
    }

    @Override
    public void close() {
        table.close();
    }
}
