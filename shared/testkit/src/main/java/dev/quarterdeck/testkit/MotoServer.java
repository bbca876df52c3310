package dev.quarterdeck.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * moto in a process of its own: AWS accounts that cost nothing, with roles' trust policies judged as AWS judges them.
 * It ends when closed and, since it watches its input, also when this JVM is killed.
 */
public final class MotoServer implements AutoCloseable {
    private static final String READY = "listening ";

    private final Process process;
    private final URI endpoint;
    private final HttpClient http = HttpClient.newHttpClient();

    private MotoServer(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts it on a free port and returns when it takes requests. */
    public static MotoServer start() {
        try {
            var process = new ProcessBuilder(Python.executable().toString(), "-c", Script.text("moto_launcher.py"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new MotoServer(process, URI.create("http://127.0.0.1:" + port(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Forgets every account. Does not change enforcement. */
    public void reset() {
        post("reset", "");
    }

    /** From here on the ids it invents follow from {@code seed}. */
    public void inventFrom(int seed) {
        post("seed?a=" + seed, "");
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
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void post(String path, String body) {
        var request = HttpRequest.newBuilder(endpoint.resolve("/moto-api/" + path))
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

    private static int port(Process process) throws IOException {
        String line = process.inputReader(UTF_8).readLine();
        if (line == null || !line.startsWith(READY)) {
            throw new IllegalStateException("moto did not start: '%s'".formatted(line));
        }
        return Integer.parseInt(line.substring(READY.length()));
    }
}
