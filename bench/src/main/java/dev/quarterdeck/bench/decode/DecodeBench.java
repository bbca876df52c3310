package dev.quarterdeck.bench.decode;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.quarterdeck.bench.Shipped;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Decodes the same pages with our client, the SDK's typed clients and boto3, network excepted. Content is compared before
 * anything is timed. Rounds are interleaved in random order; a figure is the median of the rounds' CPU time per page.
 */
public final class DecodeBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int ROUNDS = 11;
    private static final double WARM_SECONDS = 4;

    private final Boto3Peer boto3;
    private final Random random = new Random(1);

    private DecodeBench(Boto3Peer boto3) {
        this.boto3 = boto3;
    }

    public static void main(String... arguments) throws IOException {
        Path pages = Path.of(arguments[0]);
        try (var boto3 = new Boto3Peer(Path.of(arguments[1]), Path.of(arguments[2]), pages)) {
            new DecodeBench(boto3).run(pages);
        }
    }

    private void run(Path pages) throws IOException {
        var catalog = Shipped.catalog();
        System.out.println(
                "| page | protocol | rows | KB | ours ms | SDK v2 ms | boto3 ms | SDK v2 / ours | boto3 / ours |\n"
                        + "|---|---|--:|--:|--:|--:|--:|--:|--:|");
        int index = 0;
        for (JsonNode entry : JSON.readTree(pages.resolve("pages.json").toFile())) {
            Page page = page(pages, entry);
            Map<String, ?> input = JSON.convertValue(entry.get("arguments"), MAP);
            var ours = new OurPeer(catalog, page, input);
            Supplier<? extends SdkPojo> sdk = SdkPeer.of(page);
            compare(page, ours, sdk, boto3.content(index));
            print(entry, catalog.models().service(page.service()).protocol().toString(), time(index, ours, sdk));
            index++;
        }
    }

    private static Page page(Path folder, JsonNode entry) throws IOException {
        return new Page(
                entry.get("service").asText(),
                entry.get("operation").asText(),
                entry.get("items").asText(),
                entry.get("content_type").asText(),
                Files.readAllBytes(folder.resolve(entry.get("file").asText())));
    }

    private static void compare(Page page, OurPeer ours, Supplier<? extends SdkPojo> sdk, String boto3)
            throws IOException {
        JsonNode mine = JSON.readTree(ours.content());
        Contents.requireEqual(page.operation() + " against boto3", mine, JSON.readTree(boto3));
        JsonNode typed = JSON.readTree(SdkTree.of(sdk.get()).text());
        Contents.requireKnown(page.operation() + " against SDK v2", mine, typed);
    }

    private List<Double> time(int index, OurPeer ours, Supplier<? extends SdkPojo> sdk) {
        Runnable decode = () -> ours.decode(OutputStream.nullOutputStream());
        Runnable decodeWithSdk = () -> {
            var _ = sdk.get();
        };
        int ourBatch = warm(decode);
        int sdkBatch = warm(decodeWithSdk);
        int botoBatch = Math.max(1, (int) (0.2 / (boto3.cpuSeconds(index, 2) / 2)));
        List<DoubleSupplier> peers = List.of(
                () -> cpuMillis(decode, ourBatch),
                () -> cpuMillis(decodeWithSdk, sdkBatch),
                () -> boto3.cpuSeconds(index, botoBatch) * 1000 / botoBatch);
        List<List<Double>> figures = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var order = new ArrayList<>(List.of(0, 1, 2));
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            order.forEach(peer -> figures.get(peer).add(peers.get(peer).getAsDouble()));
        }
        return figures.stream().map(DecodeBench::median).toList();
    }

    /** Runs until the compiler has settled; says how many runs fill a third of a second. */
    private static int warm(Runnable run) {
        return onVirtualThread(() -> {
            runFor(run, WARM_SECONDS);
            return runFor(run, 1.0 / 3);
        });
    }

    private static int runFor(Runnable run, double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        int runs = 0;
        while (runs == 0 || System.nanoTime() < end) {
            run.run();
            runs++;
        }
        return runs;
    }

    /** The whole process's CPU, the garbage collector's included. */
    private static double cpuMillis(Runnable run, int times) {
        return onVirtualThread(() -> {
            long start = PROCESS.getProcessCpuTime();
            for (int i = 0; i < times; i++) {
                run.run();
            }
            return (PROCESS.getProcessCpuTime() - start) / 1e6 / times;
        });
    }

    /** Where the product makes its calls; the SDK's does as well there as elsewhere. */
    private static <T> T onVirtualThread(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.startVirtualThread(task);
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    private static void print(JsonNode entry, String protocol, List<Double> millis) {
        double ours = millis.getFirst();
        System.out.printf(
                "| %s %s | %s | %d | %d | %.2f | %.2f | %.2f | %.1f | %.1f |%n",
                entry.get("service").asText(),
                entry.get("operation").asText(),
                protocol,
                entry.get("rows").asInt(),
                entry.get("bytes").asInt() / 1024,
                ours,
                millis.get(1),
                millis.get(2),
                millis.get(1) / ours,
                millis.get(2) / ours);
    }
}
