package dev.quarterdeck.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;

/**
 * moto in a process of its own: AWS accounts that cost nothing, with roles' trust policies judged as AWS judges them.
 */
public final class MotoServer implements AutoCloseable {
    private final EmulatorProcess process;
    private final HttpClient http = HttpClient.newHttpClient();

    private MotoServer(EmulatorProcess process) {
        this.process = process;
    }

    /** Starts it on a free port and returns when it takes requests. */
    public static MotoServer start() {
        return new MotoServer(EmulatorProcess.start(Python.executable(), "moto_launcher.py", Map.of()));
    }

    /** The same with a clock that stands where {@link #moveTo} put it, and nothing that differs from start to start. */
    public static MotoServer startWithClock() {
        var alike = Map.of("PYTHONHASHSEED", "0", "TZ", "UTC");
        return new MotoServer(EmulatorProcess.start(Python.executable(), "moto_launcher.py", alike, "--clock"));
    }

    public URI endpoint() {
        return process.endpoint();
    }

    /** Forgets every account. Does not change enforcement. */
    public void reset() {
        post("reset", "");
    }

    /** From here on the ids it invents follow from {@code seed}. */
    public void inventFrom(int seed) {
        post("seed?a=" + seed, "");
    }

    /** What is made from here on is stamped with this instant. */
    public void moveTo(Instant instant) {
        post("clock?at=" + instant.getEpochSecond(), "");
    }

    /** From here on signatures, policies and trust are enforced. The made-up keys used for seeding are refused. */
    public void enforce() {
        post("reset-auth", "0");
    }

    /** From here on everybody may do everything. */
    public void permitAll() {
        post("reset-auth", "inf");
    }

    @Override
    public void close() {
        process.close();
    }

    private void post(String path, String body) {
        var request = HttpRequest.newBuilder(endpoint().resolve("/moto-api/" + path))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("moto answered %d to %s".formatted(status, path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while talking to moto", e);
        }
    }
}
