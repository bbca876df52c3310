package dev.quarterdeck.bench.simulated;

import com.sun.management.OperatingSystemMXBean;
import dev.quarterdeck.bench.Shipped;
import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.scan.Consent;
import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.collect.scan.Instruments;
import dev.quarterdeck.collect.scan.RegionChoice;
import dev.quarterdeck.collect.scan.Scan;
import dev.quarterdeck.collect.scan.ScanRequest;
import dev.quarterdeck.collect.scan.ScanResult;
import dev.quarterdeck.collect.scan.Tally;
import dev.quarterdeck.collect.scan.Target;
import dev.quarterdeck.collect.types.Home;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.WireSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Scans simulated estates at the full rate and compares the time with what AWS's token buckets allow anybody. Its heap is
 * small on purpose: an estate is never in memory.
 */
public final class SimulatedBench {
    private static final Duration LATENCY = Duration.ofMillis(60);

    private final TypeCatalog types;
    private final List<Canned> canned;

    private SimulatedBench(TypeCatalog types, List<Canned> canned) {
        this.types = types;
        this.canned = canned;
    }

    /** {@code answers [estate's number [small]]}: small crowds for a quick look at the start, in which time is lost. */
    public static void main(String... arguments) throws IOException {
        Estate.Crowd crowd = arguments.length > 2 ? Estate.Crowd.SMALL : Estate.Crowd.FULL;
        var bench = new SimulatedBench(Shipped.types(), Canned.read(Path.of(arguments[0])));
        System.out.println(
                "| estate | requests | throttled | resources | seconds | bound | ratio | CPU s | live MB at ¼ | ½ | ¾ | end |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        List<Looked> estates = Looked.both(crowd);
        for (Looked estate : arguments.length > 1 ? List.of(estates.get(Integer.parseInt(arguments[1]))) : estates) {
            bench.run(estate);
        }
    }

    private void run(Looked looked) throws IOException {
        Estate estate = looked.estate();
        var meter = new Meter();
        var tally = new Tally();
        var aws = new SimulatedAws(estate, LATENCY, meter, canned);
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        long start = System.nanoTime();
        ScanResult result;
        var watching = new Watching((long) estate.accounts() * estate.regions().size() * regionalOf(looked));
        try (var client = new AwsClient(
                Shipped.catalog(), WireSettings.standard("bench").withRate(100), tally, Clock.systemUTC(), aws)) {
            var redaction =
                    new Redaction("bench", "a key that guards nothing but bench data".getBytes(StandardCharsets.UTF_8));
            var scan = new Scan(new Instruments(client, types, redaction, tally, Clock.systemUTC()));
            result = scan.run(request(looked), watching);
        }
        result.accounts().stream()
                .flatMap(account -> account.refusal().stream())
                .findFirst()
                .ifPresent(refusal -> {
                    throw new IllegalStateException("an account was not opened: " + refusal);
                });
        double seconds = (System.nanoTime() - start) / 1e9;
        double bound = meter.boundSeconds(LATENCY.toMillis() / 1000.0);
        System.out.printf(
                "| %s | %,d | %d | %,d | %.1f | %.1f | %.2f | %.1f | %s |%n",
                looked.name(),
                meter.requests(),
                meter.throttled(),
                result.resources(),
                seconds,
                bound,
                seconds / bound,
                (process.getProcessCpuTime() - cpu) / 1e9,
                watching.live.stream().map(String::valueOf).collect(Collectors.joining(" | ")));
    }

    private ScanRequest request(Looked looked) {
        Estate estate = looked.estate();
        var targets = IntStream.range(0, estate.accounts())
                .mapToObj(estate::account)
                .map(account -> new Target(access(account), account, ""))
                .toList();
        return new ScanRequest(
                targets, new RegionChoice.Named(estate.regions()), looked.types(types), Consent.FREE_READS_ONLY);
    }

    private long regionalOf(Looked looked) {
        Set<ResourceType> chosen = looked.types(types);
        return types.types().stream()
                .filter(type -> chosen.contains(type.type()) && type.heading().home() instanceof Home.Regional)
                .count();
    }

    private static Access access(String account) {
        return new Access(
                "aws", "", StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA" + account, "secret")));
    }

    /** What is alive after a collection when a quarter, a half, three quarters and all of the areas have been looked at. */
    private static final class Watching implements FactSink {
        private static final int TIMES = 4;

        private final long areas;
        private final List<Long> live = new ArrayList<>();
        private long looked;

        Watching(long areas) {
            this.areas = areas;
        }

        @Override
        public void resource(Resource resource) {}

        @Override
        public void edge(Edge edge) {}

        @Override
        @SuppressWarnings("SystemGc") // a figure of what is alive, not of what waits to be collected
        public void coverage(Coverage coverage) {
            if (++looked * TIMES >= areas * (live.size() + 1) && live.size() < TIMES) {
                System.gc();
                Runtime memory = Runtime.getRuntime();
                live.add((memory.totalMemory() - memory.freeMemory()) >> 20);
            }
        }
    }
}
