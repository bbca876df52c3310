package dev.quarterdeck.workflows.scan;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.scanning.AccountPublisher;
import dev.quarterdeck.inventory.scanning.Cell;
import dev.quarterdeck.inventory.scanning.CellState;
import dev.quarterdeck.inventory.scanning.CellState.Outcome;
import dev.quarterdeck.inventory.scanning.Crew;
import dev.quarterdeck.inventory.scanning.Heartbeat;
import dev.quarterdeck.inventory.scanning.Publications;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.ScanQueue;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.inventory.scanning.Slot;
import dev.quarterdeck.inventory.scanning.Watch;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.workflows.Task;
import dev.quarterdeck.workflows.TaskCall;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the tasks of the scan's workflow do. Each may be done twice. */
public final class ScanTasks {
    private static final int MOST_SLOTS = 40;
    private static final Duration SHIFT = Duration.ofMinutes(10);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final Scans scans;
    private final ScanQueue queue;
    private final Parts parts;
    private final Clock clock;

    /** What is to be read for a scan, what reads it, what makes it count, and what of it counts already. */
    public record Parts(
            Function<ScanId, List<Cell>> planner, Slot slot, AccountPublisher publisher, Publications publications) {}

    public ScanTasks(Scans scans, ScanQueue queue, Parts parts, Clock clock) {
        this.scans = scans;
        this.queue = queue;
        this.parts = parts;
        this.clock = clock;
    }

    /** As every hub does them, wherever it runs. */
    public static ScanTasks on(Table table, Crew crew, Clock clock) {
        var scans = new Scans(table, clock);
        var queue = new ScanQueue(table, new SecureRandom());
        var surroundings =
                new Slot.Surroundings(crew.reader(), new Heartbeat(BEAT), new Watch(LEASE, System::nanoTime), clock);
        var parts = new Parts(
                crew.planner(), new Slot(queue, scans, surroundings), crew.publisher(), new Publications(table));
        return new ScanTasks(scans, queue, parts, clock);
    }

    /** By the names that {@code scan.asl.json} knows them under. */
    public Map<String, Task> byName() {
        return Map.of(
                "plan-scan", call -> plan(scan(call)),
                "work-scan", call -> work(scan(call)),
                "look-at-scan", call -> look(scan(call), run(call)),
                "publish-scan", call -> publish(scan(call)),
                "close-scan", call -> over(scans.close(scan(call), run(call))),
                "abandon-scan", call -> over(scans.abandon(scan(call), run(call), why(call))));
    }

    /** What an execution of a scan's workflow is given. */
    public static Json.Obj input(Scan scan) {
        return new Members()
                .put("scan", scan.id().value())
                .put("run", scan.progress().run())
                .json();
    }

    private static Fields input(TaskCall call) {
        return Fields.of((Json.Obj) call.input());
    }

    private static ScanId scan(TaskCall call) {
        return input(call).text("scan", ScanId::new);
    }

    private static long run(TaskCall call) {
        return input(call).whole("run");
    }

    private static String why(TaskCall call) {
        return input(call)
                .maybeObject("error")
                .map(error -> error.maybeText("Cause").orElseGet(() -> error.text("Error")))
                .orElse("its workflow failed");
    }

    private Json plan(ScanId scan) {
        List<Cell> cells = parts.planner().apply(scan);
        queue.add(scan, cells);
        Stream<Json> slots =
                IntStream.range(0, Math.min(MOST_SLOTS, cells.size())).mapToObj(slot -> Json.of((long) slot));
        return new Members().put("slots", Json.of(slots.toList())).json();
    }

    private Json work(ScanId scan) throws InterruptedException {
        return new Members().put("read", parts.slot().work(scan, SHIFT)).json();
    }

    /** A scan that was paused, or set going anew, is not this execution's any more. */
    private Json look(ScanId id, long run) {
        boolean goesOn = scans.find(id)
                .filter(scan ->
                        scan.status() == Scan.Status.RUNNING && scan.progress().run() == run)
                .isPresent();
        String next = goesOn ? queue.isDrained(id) ? "publish" : "collect" : "close";
        return new Members().put("next", next).json();
    }

    private Json publish(ScanId scan) throws InterruptedException {
        Map<AccountId, List<Json>> results = queue.cells(scan).stream()
                .collect(Collectors.groupingBy(
                        state -> state.cell().account(),
                        LinkedHashMap::new,
                        Collectors.flatMapping(ScanTasks::result, Collectors.toList())));
        long left = new ScanPublishing(parts.publisher(), parts.publications(), clock).publish(scan, results, SHIFT);
        if (left == 0) {
            parts.publisher().relate(results.keySet());
        }
        return new Members().put("left", left).json();
    }

    private static Stream<Json> result(CellState state) {
        return state.outcome() instanceof Outcome.Read(var result) ? Stream.of(result) : Stream.empty();
    }

    private static Json over(Scan scan) {
        return new Members().put("status", scan.status().name()).json();
    }
}
