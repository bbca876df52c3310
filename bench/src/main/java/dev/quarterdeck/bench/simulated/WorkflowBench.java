package dev.quarterdeck.bench.simulated;

import com.sun.management.OperatingSystemMXBean;
import dev.quarterdeck.bench.Shipped;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.wire.WireSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Scans simulated estates through a hub's own workflow: queue, workers, interpreter and publishing, at the full rate. */
public final class WorkflowBench {
    private static final Duration LATENCY = Duration.ofMillis(60);
    private static final double BAR = 1.1;
    private static final long MOST_EVENTS = 2_000;

    private final Path folder;
    private final TypeCatalog types;
    private final List<Canned> canned;

    private WorkflowBench(Path folder, TypeCatalog types, List<Canned> canned) {
        this.folder = folder;
        this.types = types;
        this.canned = canned;
    }

    /** {@code answers folder [estate's number [small]]}. */
    public static void main(String... arguments) throws Exception {
        var bench = new WorkflowBench(
                Files.createDirectories(Path.of(arguments[1])), Shipped.types(), Canned.read(Path.of(arguments[0])));
        List<Looked> estates = Looked.both(arguments.length > 3 ? Estate.Crowd.SMALL : Estate.Crowd.FULL);
        System.out.println(
                "| estate, through the workflow | requests | throttled | resources | read, s | published, s | bound | ratio | CPU s | events | live MB at ¼ | ½ | ¾ | read | published | bars |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|");
        for (Looked looked : arguments.length > 2 ? List.of(estates.get(Integer.parseInt(arguments[2]))) : estates) {
            bench.run(looked);
        }
    }

    private void run(Looked looked) throws Exception {
        var meter = new Meter();
        var aws = new SimulatedAws(looked.estate(), LATENCY, meter, canned);
        Path home = Files.createTempDirectory(folder, "estate");
        var hub = new SimulatedHub(
                home, looked, types, WireSettings.standard("bench").withRate(100), Clock.systemUTC());
        hub.connect();
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        var watching = new Watching();
        SimulatedHub.Ran ran = hub.scan("estate", "manual", aws, watching);
        watching.live();
        double seconds = seconds(Duration.between(ran.begun(), ran.ended()));
        double bound = meter.boundSeconds(LATENCY.toMillis() / 1000.0);
        Fields counts = ran.counts();
        System.out.printf(
                "| %s | %,d | %d | %,d | %.1f | %.1f | %.1f | %.2f | %.1f | %,d | %s | %s |%n",
                looked.name(),
                meter.requests(),
                meter.throttled(),
                counts.whole("resources"),
                seconds(Duration.between(ran.begun(), ran.read())),
                seconds(Duration.between(ran.read(), ran.ended())),
                bound,
                seconds / bound,
                (process.getProcessCpuTime() - cpu) / 1e9,
                ran.events(),
                watching.live.stream().map(String::valueOf).collect(Collectors.joining(" | ")),
                (seconds <= BAR * bound ? "PASS" : "MISS") + " ≤ 1.1 ×, "
                        + (ran.events() < MOST_EVENTS ? "PASS" : "MISS") + " < 2,000 events");
        if (!ran.scan().text("status").equals("done") || counts.whole("failed") > 0) {
            throw new IllegalStateException(ran.scan().json().text());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    /** What is alive after a collection when a quarter, a half, three quarters and all of the parts have been read. */
    private static final class Watching implements Consumer<Fields> {
        private static final int TIMES = 4;

        private final List<Long> live = new ArrayList<>();

        @Override
        public void accept(Fields counts) {
            long over = counts.whole("read") + counts.whole("failed");
            long all = over + counts.whole("open") + counts.whole("reading");
            while (all > 0 && live.size() < TIMES && over * TIMES >= all * (live.size() + 1)) {
                live();
            }
        }

        @SuppressWarnings("SystemGc") // a figure of what is alive, not of what waits to be collected
        void live() {
            System.gc();
            Runtime memory = Runtime.getRuntime();
            live.add((memory.totalMemory() - memory.freeMemory()) >> 20);
        }
    }
}
