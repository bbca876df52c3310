package dev.quarterdeck.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.testkit.Python;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** An AWS that answers every catalogued operation with a full page of its model, canaries in it. */
final class CannedAws implements AutoCloseable {
    private static final String READY = "listening ";

    private final Process process;
    private final URI endpoint;

    private CannedAws(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static CannedAws whole(Canaries canaries) throws IOException {
        return start(canaries, "whole");
    }

    /** Every answer is malformed right where a canary is. */
    static CannedAws broken(Canaries canaries) throws IOException {
        return start(canaries, "broken");
    }

    private static CannedAws start(Canaries canaries, String how) throws IOException {
        Path catalog = Path.of(System.getProperty("quarterdeck.root"), "shared", "catalog");
        Path plants = Files.writeString(Files.createTempFile("plants", ".json"), canaries.plants());
        Process process = new ProcessBuilder(
                        Python.executable().toString(),
                        catalog.resolve("src/test/python/canned_aws.py").toString(),
                        catalog.resolve("models").toString(),
                        plants.toString(),
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = process.inputReader(UTF_8).readLine();
        Files.delete(plants);
        if (line == null || !line.startsWith(READY)) {
            throw new IllegalStateException("the canned AWS did not start: '%s'".formatted(line));
        }
        return new CannedAws(process, URI.create("http://127.0.0.1:" + line.substring(READY.length())));
    }

    String endpoint() {
        return endpoint.toString();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
