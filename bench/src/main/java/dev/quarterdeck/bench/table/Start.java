package dev.quarterdeck.bench.table;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.platform.local.Home;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A hub that is started as people start it, written to, and killed. */
final class Start {
    private static final int WRITES = 50;

    private final Path launcher;
    private final Home home;
    private final HttpClient client = HttpClient.newHttpClient();

    Start(Path launcher, Home home) {
        this.launcher = launcher;
        this.home = home;
    }

    /** From the start of the process to its first answer; all of the processor's time until then. */
    record Took(long millis, long processorMillis) {}

    Took toServed() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = process();
        try (var said = process.inputReader()) {
            String address = said.readLine().replaceFirst(".* ", "");
            get(address + "/readyz");
            var took = new Took(
                    (System.nanoTime() - begun) / 1_000_000,
                    process.info().totalCpuDuration().orElseThrow().toMillis());
            for (int i = 0; i < WRITES; i++) {
                connect(address);
            }
            return took;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process process() throws IOException {
        var builder = new ProcessBuilder(launcher.toString(), "serve", "--port", "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("QUARTERDECK_HOME", home.folder().toString());
        return builder.start();
    }

    private void get(String address) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("not ready: " + answer.body());
        }
    }

    /** A write of the hub: what comes of it does not matter, that it is on record does. */
    private void connect(String address) throws IOException, InterruptedException {
        var running = (Json.Obj) Json.parse(Files.readString(home.serving()));
        String name = UUID.randomUUID().toString();
        var request = HttpRequest.newBuilder(URI.create(address + "/api/aws/accounts"))
                .header("Authorization", "Bearer " + Fields.of(running).text("token"))
                .header("Content-Type", "application/json")
                .header("X-Hub-Request", "1")
                .header("Idempotency-Key", name)
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        {"account_id": "%012d", "name": "%s", "environment": "sandbox",
                         "connection": {"kind": "profile", "profile": "nobody"}}""".formatted(Math.floorMod(name.hashCode(), 1_000_000_000), name)))
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status >= 500) {
            throw new IllegalStateException("the hub could not write: " + status);
        }
    }
}
