package dev.quarterdeck.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Python program of ours that serves on a port of its choice and says so on its first line. It ends when closed
 * and, since it watches its input, also when this JVM is killed.
 */
final class EmulatorProcess implements AutoCloseable {
    private static final String READY = "listening ";

    private final Process process;
    private final URI endpoint;

    private EmulatorProcess(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Returns when it takes requests. */
    static EmulatorProcess start(Path python, String script, Map<String, String> environment, String... arguments) {
        try {
            var command = new ArrayList<>(List.of(python.toString(), "-c", Script.text(script)));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(environment);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new EmulatorProcess(process, URI.create("http://127.0.0.1:" + port(script, process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI endpoint() {
        return endpoint;
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

    private static int port(String script, Process process) throws IOException {
        String line = process.inputReader(UTF_8).readLine();
        if (line == null || !line.startsWith(READY)) {
            throw new IllegalStateException("%s did not start: '%s'".formatted(script, line));
        }
        return Integer.parseInt(line.substring(READY.length()));
    }
}
