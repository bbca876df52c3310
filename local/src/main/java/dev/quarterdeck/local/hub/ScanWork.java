package dev.quarterdeck.local.hub;

import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.collect.access.OpenRegions;
import dev.quarterdeck.collect.access.ReadSessions;
import dev.quarterdeck.collect.access.SharedSessions;
import dev.quarterdeck.collect.scanning.LookPublisher;
import dev.quarterdeck.collect.scanning.PartPlanner;
import dev.quarterdeck.collect.scanning.ScanReader;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.inventory.scanning.Heartbeat;
import dev.quarterdeck.inventory.scanning.Publications;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.inventory.scanning.ScanQueue;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.inventory.scanning.Slot;
import dev.quarterdeck.inventory.scanning.Watch;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.local.workflows.LocalWorkflows;
import dev.quarterdeck.platform.local.workflows.Work;
import dev.quarterdeck.platform.local.workflows.WorkflowLoop;
import dev.quarterdeck.workflows.Task;
import dev.quarterdeck.workflows.Workflows;
import dev.quarterdeck.workflows.scan.ScanTasks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The hub's own scans: their workflow, and the workers that it calls, in this process. */
final class ScanWork {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final Scans scans;
    private final ScanQueue queue;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LocalWorkflows workflows;
    private volatile Consumer<Json.Obj> lines = _ -> {};

    ScanWork(Workspace workspace, LocalHub.Aws aws, ReadSessions sessions, Publishing publishing, Clock clock) {
        Table table = workspace.table();
        var accounts = new Accounts(table);
        this.scans = new Scans(table, clock);
        this.queue = new ScanQueue(table, new SecureRandom());
        this.clock = clock;
        var shared = new SharedSessions(sessions);
        var reader = new ScanReader(
                new ScanReader.Ground(scans, accounts, new Generations(table), workspace.objects()),
                new ScanReader.Aws(
                        aws.api(),
                        shared,
                        aws.means().tallies(),
                        aws.types(),
                        aws.means().redaction()),
                clock);
        var slot = new Slot(
                queue,
                scans,
                new Slot.Surroundings(reader, new Heartbeat(BEAT), new Watch(LEASE, System::nanoTime), clock));
        var parts = new ScanTasks.Parts(
                new PartPlanner(scans, accounts, new OpenRegions(aws.api(), shared), aws.types()),
                slot,
                new LookPublisher(publishing),
                new Publications(table));
        Map<String, Task> tasks = new ScanTasks(scans, queue, parts, clock).byName();
        this.workflows = new LocalWorkflows(
                table,
                clock,
                List.of(ShippedWorkflows.read("scan")),
                new Work(tasks, threads, (execution, trouble) -> tell(execution.toString(), trouble)));
    }

    Workflows workflows() {
        return workflows;
    }

    /** Goes on with what an earlier process was at, and with all that comes, until it is closed; {@code log} takes the log. */
    LocalHub.Working begin(Consumer<Json.Obj> log) {
        lines = log;
        scans.unfinished().stream().map(Scan::id).forEach(queue::reclaim);
        WorkflowLoop loop = WorkflowLoop.start(workflows, clock);
        return () -> {
            loop.close();
            threads.close();
        };
    }

    private void tell(String execution, RuntimeException trouble) {
        lines.accept(new Members()
                .put("time", clock.instant())
                .put("level", "ERROR")
                .put("execution", execution)
                .put("what", String.valueOf(trouble.getMessage()))
                .json());
    }
}
