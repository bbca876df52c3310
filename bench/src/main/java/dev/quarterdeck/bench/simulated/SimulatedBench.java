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
    /** As many tables as DynamoDB lets an account have in a region. */
    private static final Estate.Crowd CROWD = new Estate.Crowd(2_500, 2_000);

    private static final Estate.Crowd SMALL_CROWD = new Estate.Crowd(400, 320);

    private static final int TYPES_OF_THE_SMALLER = 25;
    private static final int TYPES_OF_THE_LARGER = 60;

    private final TypeCatalog types;
    private final List<Canned> canned;

    private SimulatedBench(TypeCatalog types, List<Canned> canned) {
        this.types = types;
        this.canned = canned;
    }

    /** {@code answers [estate's number [small]]}: small crowds for a quick look at the start, in which time is lost. */
    public static void main(String... arguments) throws IOException {
        Estate.Crowd crowd = arguments.length > 2 ? SMALL_CROWD : CROWD;
        var bench = new SimulatedBench(Shipped.types(), canned(Path.of(arguments[0])));
        System.out.println(
                "| estate | requests | throttled | resources | seconds | bound | ratio | CPU s | live MB at ¼ | ½ | ¾ | end |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        List<String> many = regions(17);
        var estates = List.of(
                new Named(
                        "100 accounts × 4 regions × 25 types",
                        new Estate(100, regions(4), List.of(), 0, crowd),
                        TYPES_OF_THE_SMALLER),
                new Named(
                        "300 accounts × 17 regions × 60 types, 13 barred, 80 % empty",
                        new Estate(300, many, many.subList(4, 17), 80, crowd), TYPES_OF_THE_LARGER));
        for (Named estate : arguments.length > 1 ? List.of(estates.get(Integer.parseInt(arguments[1]))) : estates) {
            bench.run(estate.name, estate.estate, estate.types);
        }
    }

    private record Named(String name, Estate estate, int types) {}

    private void run(String name, Estate estate, int howManyTypes) throws IOException {
        var meter = new Meter();
        var tally = new Tally();
        var aws = new SimulatedAws(estate, LATENCY, meter, canned);
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        long start = System.nanoTime();
        ScanResult result;
        var watching = new Watching((long) estate.accounts() * estate.regions().size() * regionalOf(howManyTypes));
        try (var client = new AwsClient(
                Shipped.catalog(), WireSettings.standard("bench").withRate(100), tally, Clock.systemUTC(), aws)) {
            var redaction =
                    new Redaction("bench", "a key that guards nothing but bench data".getBytes(StandardCharsets.UTF_8));
            var scan = new Scan(new Instruments(client, types, redaction, tally, Clock.systemUTC()));
            result = scan.run(request(estate, howManyTypes), watching);
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
                name,
                meter.requests(),
                meter.throttled(),
                result.resources(),
                seconds,
                bound,
                seconds / bound,
                (process.getProcessCpuTime() - cpu) / 1e9,
                watching.live.stream().map(String::valueOf).collect(Collectors.joining(" | ")));
    }

    private ScanRequest request(Estate estate, int howManyTypes) {
        var targets = IntStream.range(0, estate.accounts())
                .mapToObj(estate::account)
                .map(account -> new Target(access(account), account, ""))
                .toList();
        return new ScanRequest(
                targets, new RegionChoice.Named(estate.regions()), chosen(howManyTypes), Consent.FREE_READS_ONLY);
    }

    private long regionalOf(int count) {
        Set<ResourceType> chosen = chosen(count);
        return types.types().stream()
                .filter(type -> chosen.contains(type.type()) && type.heading().home() instanceof Home.Regional)
                .count();
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
