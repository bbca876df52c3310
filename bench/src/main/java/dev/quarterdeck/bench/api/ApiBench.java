package dev.quarterdeck.bench.api;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Prints what reading over HTTP costs at a hub, with session, authorization and audit, beside a bare server of the same
 * library that gives the same bytes; and what writing costs there.
 */
public final class ApiBench {
    private static final String ACCOUNTS = "/api/aws/accounts";
    private static final int STORED = 200;

    /** As many as one person may have. Each asks less at a time than its quota lets through at once. */
    private static final int SESSIONS = 20;

    private static final int READS = 2_400;
    private static final int WRITES = 600;
    private static final Duration QUOTA_FULL_AGAIN = Duration.ofSeconds(4);

    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final SignIn signIn = new SignIn(http);

    private ApiBench(Path folder) {
        this.folder = folder;
    }

    /** Takes the folder to work in. */
    public static void main(String[] args) throws Exception {
        new ApiBench(Files.createDirectories(Path.of(args[0]))).run();
    }

    private void run() throws IOException, InterruptedException {
        try (Served hub = Served.start(
                Map.of("QUARTERDECK_HOME", folder.resolve("hub")),
                "Ctrl-C",
                "dev.quarterdeck.local.Quarterdeck",
                "serve",
                "--port",
                "0")) {
            List<String> sessions = signIn.sessions(hub, SESSIONS);
            for (int i = 0; i < STORED; i++) {
                signIn.post(hub.address(), ACCOUNTS, account("stored", i), sessions.get(i % SESSIONS));
            }
            reads(hub, sessions);
            writes(hub, sessions);
        }
    }

    private static Json.Obj account(String kind, int number) {
        return new Members()
                .put("account_id", "%012d".formatted((kind.equals("stored") ? 0 : 1_000_000) + number))
                .put("name", kind + "-" + number)
                .put("environment", "sandbox")
                .put("connection", new Members().put("kind", "profile").put("profile", "nobody"))
                .json();
    }

    private void reads(Served hub, List<String> sessions) throws IOException, InterruptedException {
        Map<String, String> asked = Map.of("item", ACCOUNTS + "/000000000007", "list-of-50", ACCOUNTS + "?limit=50");
        Path answers = Files.createDirectories(folder.resolve("answers"));
        for (var each : asked.entrySet()) {
            var request = HttpRequest.newBuilder(hub.address().resolve(each.getValue()))
                    .header("Authorization", "Bearer " + sessions.getFirst())
                    .build();
            Files.write(
                    answers.resolve(each.getKey()),
                    http.send(request, BodyHandlers.ofByteArray()).body());
        }
        System.out.println(
                "| read | connections | p50 µs: hub, bare, ratio | p99 µs: hub, bare, ratio | a second: hub, bare |"
                        + " a CPU second of the server: hub, bare, ratio |\n|---|---:|---:|---:|---:|---:|");
        try (Served bare = Served.start(Map.of(), "http://", Bare.class.getName(), answers.toString())) {
            for (var each : asked.entrySet()) {
                for (int lines : List.of(1, 16)) {
                    Thread.sleep(QUOTA_FULL_AGAIN);
                    var ours = new Load(hub, lines, READS)
                            .of(i -> Request.get(each.getValue(), sessions.get(i % SESSIONS)));
                    var theirs = new Load(bare, lines, READS)
                            .of(i -> Request.get("/" + each.getKey(), sessions.get(i % SESSIONS)));
                    print(each.getKey(), lines, ours, theirs);
                }
            }
        }
    }

    private static void print(String name, int lines, Load.Outcome ours, Load.Outcome bare) {
        System.out.printf(
                "| %s | %d | %,d, %,d, %.1f | %,d, %,d, %.1f | %,.0f, %,.0f | %,.0f, %,.0f, %.2f |%n",
                name,
                lines,
                ours.p50(),
                bare.p50(),
                (double) ours.p50() / bare.p50(),
                ours.p99(),
                bare.p99(),
                (double) ours.p99() / bare.p99(),
                ours.aSecond(),
                bare.aSecond(),
                ours.aProcessorSecond(),
                bare.aProcessorSecond(),
                ours.aProcessorSecond() / bare.aProcessorSecond());
    }

    private static void writes(Served hub, List<String> sessions) throws IOException, InterruptedException {
        System.out.println(
                "\n| write | connections | p50 µs | p99 µs | a second | a CPU second |\n|---|---:|---:|---:|---:|---:|");
        for (int lines : List.of(1, 16)) {
            Thread.sleep(QUOTA_FULL_AGAIN);
            IntFunction<Request> connect = i -> Request.post(
                    ACCOUNTS,
                    sessions.get(i % SESSIONS),
                    account("written", lines * 10_000 + i).text());
            var outcome = new Load(hub, lines, WRITES).of(connect);
            System.out.printf(
                    "| connect an account | %d | %,d | %,d | %,.0f | %,.0f |%n",
                    lines, outcome.p50(), outcome.p99(), outcome.aSecond(), outcome.aProcessorSecond());
        }
    }
}
