package dev.quarterdeck.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.quarterdeck.testkit.lambda.FunctionError;
import dev.quarterdeck.testkit.lambda.FunctionProcess;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where an emulator's functions run: {@code POST /<name>} gives an event to the zip of that function. */
final class FunctionHost implements AutoCloseable {
    private final HttpServer server;
    private final Function<FunctionEntry, Map<String, String>> environments;
    private final Map<String, FunctionProcess> running = new ConcurrentHashMap<>();

    private FunctionHost(HttpServer server, Function<FunctionEntry, Map<String, String>> environments) {
        this.server = server;
        this.environments = environments;
    }

    /** {@code environments} tells what a deployed function finds in its environment, when it is first called. */
    static FunctionHost start(Function<FunctionEntry, Map<String, String>> environments) throws IOException {
        var host = new FunctionHost(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), environments);
        host.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        host.server.createContext("/", host::serve);
        host.server.start();
        return host;
    }

    URI of(FunctionEntry entry) {
        return URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), entry.name()));
    }

    @Override
    public void close() {
        server.stop(0);
        running.values().forEach(FunctionProcess::close);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        byte[] event = exchange.getRequestBody().readAllBytes();
        try {
            reply(exchange, 200, running.computeIfAbsent(name, this::start).invoke(event));
        } catch (FunctionError e) {
            reply(exchange, 500, String.valueOf(e.getMessage()).getBytes(UTF_8));
        }
    }

    private FunctionProcess start(String name) {
        FunctionEntry entry = Manifest.shipped().functions().stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow();
        String handler = entry.code().handler();
        var code = new FunctionProcess.Code(
                Synthesized.zip(entry), hosting(entry), handler.replaceFirst("\\.([^.]+)$", ".Emulated$1"));
        return FunctionProcess.start(code, environments.apply(entry));
    }

    /** The deployed handlers know AWS alone; those that a test hosts beside them know emulators. */
    private static List<Path> hosting(FunctionEntry entry) {
        return Stream.concat(
                        Stream.of(
                                Synthesized.ROOT.resolve("functions/%s/target/test-classes"
                                        .formatted(entry.code().module())),
                                Synthesized.ROOT.resolve("shared/testkit/target/classes")),
                        engine())
                .toList();
    }

    /** That of this machine's processor: what is deployed has that of Lambda's. */
    private static Stream<Path> engine() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.contains("duckdb_jdbc"))
                .map(Path::of);
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
