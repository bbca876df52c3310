package dev.quarterdeck.bench.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.testkit.lambda.FunctionProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time of the API's functions under AWS's own runtime client, beside the plainest function under the same: from
 * the start of the process to its first answer, which asks the table, and of the first answer after the snapshot. The one
 * that answers lists has none.
 */
public final class FunctionBench {
    private static final int ROUNDS = 7;
    private static final byte[] EVENT = """
            {"version": "2.0", "rawPath": "/readyz", "rawQueryString": "", "isBase64Encoded": false,
             "headers": {"host": "hub.example.com", "accept": "application/json", "x-forwarded-proto": "https"},
             "requestContext": {"http": {"method": "GET", "path": "/readyz", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.7"}}}""".getBytes(UTF_8);

    private final Path root;
    private final Map<String, String> environment;

    private FunctionBench(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /** What one life of a function cost until it was ready, and for its first answer. */
    private record Cost(Duration ready, Duration first) {
        Duration both() {
            return ready.plus(first);
        }
    }

    /** Takes the folder of the product, whose functions are built. */
    public static void main(String[] arguments) throws IOException {
        try (var account = HubAccount.start()) {
            new FunctionBench(Path.of(arguments[0]), account.environment()).run();
        }
    }

    private void run() throws IOException {
        var hello = new ArrayList<Cost>();
        var cold = new ArrayList<Cost>();
        var primed = new ArrayList<Cost>();
        var lists = new ArrayList<Cost>();
        for (int round = 0; round < ROUNDS; round++) {
            hello.add(live(hello(), "on-demand"));
            cold.add(live(built("hub", "EmulatedApiHandler"), "on-demand"));
            primed.add(live(built("hub", "EmulatedApiHandler"), "snap-start"));
            lists.add(live(built("query", "EmulatedQueryHandler"), "on-demand"));
        }
        long reference = median(hello.stream().map(Cost::both));
        long first = median(cold.stream().map(Cost::both));
        System.out.println("| what | ms of processor time |\n|---|---:|");
        System.out.printf("| the plainest function, to its first answer | %d |%n", reference);
        System.out.printf("| the API, to its first answer (%.2f x) | %d |%n", (double) first / reference, first);
        System.out.printf(
                "| the API, first answer after the snapshot | %d |%n",
                median(primed.stream().map(Cost::first)));
        System.out.printf(
                "| the function of lists and queries, to its first answer | %d |%n",
                median(lists.stream().map(Cost::both)));
    }

    private Cost live(FunctionProcess.Code code, String initialization) {
        var settings = new HashMap<>(environment);
        settings.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
        try (var function = FunctionProcess.start(code, settings)) {
            Duration ready = function.processorTime();
            String answer = new String(function.invoke(EVENT), UTF_8);
            if (!answer.contains("\"statusCode\":200")) {
                throw new IllegalStateException("not the answer that is measured: " + answer);
            }
            return new Cost(ready, function.processorTime().minus(ready));
        }
    }

    private FunctionProcess.Code built(String module, String handler) {
        Path target = root.resolve("functions").resolve(module).resolve("target");
        return new FunctionProcess.Code(
                target.resolve(module + ".zip"),
                List.of(target.resolve("test-classes"), root.resolve("shared/testkit/target/classes")),
                "dev.quarterdeck.functions.%s.%s".formatted(module, handler));
    }

    /** With nothing of ours on its class path. */
    private FunctionProcess.Code hello() throws IOException {
        return new FunctionProcess.Code(
                HubAccount.emptyZip(), List.of(root.resolve("bench/target/classes")), Hello.class.getName());
    }

    private static long median(Stream<Duration> durations) {
        List<Duration> sorted = durations.sorted().toList();
        return sorted.get(sorted.size() / 2).toMillis();
    }
}
