package dev.quarterdeck.platform.local.inventory;

import static dev.quarterdeck.platform.local.inventory.Town.ACCOUNT;

import dev.quarterdeck.collect.scanning.LookPublisher;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.scanning.Cell;
import dev.quarterdeck.inventory.scanning.CellReader;
import dev.quarterdeck.inventory.scanning.CellState.Outcome;
import dev.quarterdeck.inventory.scanning.Crew;
import dev.quarterdeck.inventory.scanning.Lease;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.platform.local.workflows.LocalWorkflows;
import dev.quarterdeck.platform.local.workflows.Work;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.workflows.Workflow;
import dev.quarterdeck.workflows.scan.ScanStarter;
import dev.quarterdeck.workflows.scan.ScanTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A town that the hub's own workflow scans, a region a cell. */
final class ScannedTown {
    static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");
    private static final Path DEFINITION =
            Path.of(System.getProperty("quarterdeck.root", "."), "step-functions/scan.asl.json");

    private final Storehouse store;
    private final Town town;
    private final TestClock clock;
    private final Scans scans;
    private int begun;

    ScannedTown(Storehouse store, Town town, TestClock clock) {
        this.store = store;
        this.town = town;
        this.clock = clock;
        this.scans = new Scans(store.table(), clock);
    }

    void scan() {
        scan(this::read);
    }

    /** What was read of it counts for nothing. */
    void scanThatIsCancelled() {
        scan((lease, mine) -> {
            Outcome read = read(lease, mine);
            if (!scans.find(lease.scan()).orElseThrow().isOver()) {
                scans.cancel(lease.scan(), (writes, _) -> store.table().write(writes));
            }
            return read;
        });
    }

    private void scan(CellReader reader) {
        var id = new ScanId("s" + begun++);
        var workflows = workflows(reader);
        scans.begin(id, "schedule", ScanScope.ALL, (writes, _) -> store.table().write(writes));
        Scan scan = scans.find(id).orElseThrow();
        workflows.start(ScanStarter.WORKFLOW, scan.execution(), ScanTasks.input(scan));
        while (!scans.find(id).orElseThrow().isOver()) {
            workflows.round().ifPresent(due -> clock.advance(Duration.between(clock.instant(), due)));
        }
    }

    private Outcome read(Lease lease, BooleanSupplier mine) {
        try {
            String place = lease.folder().substring(Look.folder("").length());
            Look look = town.look(store.objects(), place, Set.of(lease.cell().region()), Set.of(), clock.instant())
                    .getFirst();
            return new Outcome.Read(new Members().put("look", look.json()).json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalWorkflows workflows(CellReader reader) {
        List<Cell> cells =
                REGIONS.stream().map(region -> new Cell(ACCOUNT, region)).toList();
        var crew = new Crew(_ -> cells, reader, new LookPublisher(store.publisher()));
        var work = new Work(ScanTasks.on(store.table(), crew, clock).byName(), Runnable::run, (_, trouble) -> {
            throw trouble;
        });
        try {
            var workflow = new Workflow("scan", Files.readString(DEFINITION));
            return new LocalWorkflows(store.table(), clock, List.of(workflow), work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
