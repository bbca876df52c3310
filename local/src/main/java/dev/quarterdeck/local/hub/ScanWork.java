package dev.quarterdeck.local.hub;

import dev.quarterdeck.collect.access.ReadSessions;
import dev.quarterdeck.collect.access.SharedSessions;
import dev.quarterdeck.collect.scanning.ScanMeans;
import dev.quarterdeck.collect.scanning.ScanReader;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.inventory.scanning.Crew;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.inventory.scanning.ScanQueue;
import dev.quarterdeck.inventory.scanning.Scans;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The hub's own scans: their workflow, and the workers that it calls, in this process. */
final class ScanWork {
    private final Scans scans;
    private final ScanQueue queue;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LocalWorkflows workflows;
    private volatile Consumer<Json.Obj> lines = _ -> {};

    ScanWork(Workspace workspace, LocalHub.Aws aws, ReadSessions sessions, Publishing publishing, Clock clock) {
        Table table = workspace.table();
        this.scans = new Scans(table, clock);
        this.queue = new ScanQueue(table, new SecureRandom());
        this.clock = clock;
        var reading = new ScanReader.Aws(
                aws.api(),
                new SharedSessions(sessions),
                aws.means().tallies(),
                aws.types(),
                aws.means().redaction());
        Crew crew = new ScanMeans(table, workspace.objects(), reading, publishing, clock).crew();
        Map<String, Task> tasks = ScanTasks.on(table, crew, clock).byName();
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
