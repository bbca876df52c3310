package dev.quarterdeck.bench.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import dev.quarterdeck.collect.types.TypeDefinition;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Scans simulated estates at the full rate and compares the time with what AWS's token buckets allow anybody. Its heap is
 * small on purpose: an estate is never in memory.
 */
public final class SimulatedBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LATENCY = Duration.ofMillis(60);
    private static final int TYPES_OF_THE_SMALLER = 25;
    private static final int TYPES_OF_THE_LARGER = 60;

    private final TypeCatalog types;
    private final List<Canned> canned;

    private SimulatedBench(TypeCatalog types, List<Canned> canned) {
        this.types = types;
        this.canned = canned;
    }

    public static void main(String... arguments) throws IOException {
        var bench = new SimulatedBench(Shipped.types(), canned(Path.of(arguments[0])));
        System.out.println(
                "| estate | requests | throttled | resources | seconds | bound | ratio | CPU s | peak heap MB |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        bench.run(
                "100 accounts × 4 regions × 25 types",
                new Estate(100, regions(4), List.of(), 0, 3),
                TYPES_OF_THE_SMALLER);
        List<String> many = regions(17);
        bench.run(
                "300 accounts × 17 regions × 60 types, 13 barred, 80 % empty",
                new Estate(300, many, many.subList(4, 17), 80, 3), TYPES_OF_THE_LARGER);
    }

    private void run(String name, Estate estate, int howManyTypes) throws IOException {
        var meter = new Meter();
        var tally = new Tally();
        var aws = new SimulatedAws(estate, LATENCY, meter, canned);
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        long start = System.nanoTime();
        ScanResult result;
        var counting = new Counting();
        try (var client = new AwsClient(
                Shipped.catalog(), WireSettings.standard("bench").withRate(100), tally, Clock.systemUTC(), aws)) {
            var redaction =
                    new Redaction("bench", "a key that guards nothing but bench data".getBytes(StandardCharsets.UTF_8));
            var scan = new Scan(new Instruments(client, types, redaction, tally, Clock.systemUTC()));
            result = scan.run(request(estate, howManyTypes), counting);
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
                "| %s | %,d | %d | %,d | %.1f | %.1f | %.2f | %.1f | %d |%n",
                name,
                meter.requests(),
                meter.throttled(),
                result.resources(),
                seconds,
                bound,
                seconds / bound,
                (process.getProcessCpuTime() - cpu) / 1e9,
                counting.peak.get() >> 20);
    }

    private ScanRequest request(Estate estate, int howManyTypes) {
        var targets = IntStream.range(0, estate.accounts())
                .mapToObj(estate::account)
                .map(account -> new Target(access(account), account, ""))
                .toList();
        return new ScanRequest(
                targets, new RegionChoice.Named(estate.regions()), chosen(howManyTypes), Consent.FREE_READS_ONLY);
    }

    /** Types that a canned answer makes whole: without parents, regional ones first. */
    private Set<ResourceType> chosen(int count) {
        Stream<TypeDefinition> regional =
                types.types().stream().filter(type -> type.heading().home() instanceof Home.Regional);
        Stream<TypeDefinition> others =
                types.types().stream().filter(type -> !(type.heading().home() instanceof Home.Regional));
        return Stream.concat(regional, others)
                .filter(type -> type.listing().parents().isEmpty())
                .limit(count)
                .map(TypeDefinition::type)
                .collect(Collectors.toSet());
    }

    private static Access access(String account) {
        return new Access(
                "aws", "", StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA" + account, "secret")));
    }

    private static List<String> regions(int count) {
        return Stream.of(
                        "us-east-1",
                        "eu-west-1",
                        "us-west-2",
                        "eu-central-1",
                        "us-east-2",
                        "us-west-1",
                        "eu-west-2",
                        "eu-west-3",
                        "eu-north-1",
                        "ap-south-1",
                        "ap-northeast-1",
                        "ap-northeast-2",
                        "ap-northeast-3",
                        "ap-southeast-1",
                        "ap-southeast-2",
                        "ca-central-1",
                        "sa-east-1")
                .limit(count)
                .toList();
    }

    private static List<Canned> canned(Path file) throws IOException {
        var calls = new ArrayList<Canned>();
        for (String line : Files.readAllLines(file)) {
            JsonNode call = JSON.readTree(line);
            String uri = call.get("uri").asText();
            calls.add(new Canned(
                    call.get("service").asText(),
                    call.get("operation").asText(),
                    new Canned.Asked(
                            call.get("signing_name").asText(),
                            call.get("method").asText(),
                            Canned.path(uri),
                            Canned.query(uri)),
                    call.get("listed").asBoolean(),
                    new Canned.Bodies(
                            call.get("empty").asText().getBytes(StandardCharsets.UTF_8),
                            call.get("full").asText().getBytes(StandardCharsets.UTF_8),
                            call.get("content_type").asText())));
        }
        return List.copyOf(calls);
    }

    private static final class Counting implements FactSink {
        private final AtomicLong peak = new AtomicLong();
        private long facts;

        @Override
        public void resource(Resource resource) {
            if (++facts % 1000 == 0) {
                Runtime memory = Runtime.getRuntime();
                peak.accumulateAndGet(memory.totalMemory() - memory.freeMemory(), Math::max);
            }
        }

        @Override
        public void edge(Edge edge) {}

        @Override
        public void coverage(Coverage coverage) {}
    }
}
