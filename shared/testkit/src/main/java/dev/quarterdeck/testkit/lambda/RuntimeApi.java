package dev.quarterdeck.testkit.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lambda's Runtime API for one function: hands out events one by one, and takes answers and errors. A runtime that starts
 * from a snapshot is told at once that it was restored.
 */
final class RuntimeApi implements AutoCloseable {
    private static final String PREFIX = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private record Invocation(String id, ByteBuffer event, CompletableFuture<byte[]> answer) {}

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    static RuntimeApi start() {
        try {
            var api = new RuntimeApi(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            api.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            api.server.createContext(PREFIX, api::serve);
            api.server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the runtime reads it from AWS_LAMBDA_RUNTIME_API. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Done when the function asks for its first event; failed when it could not be made. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    CompletableFuture<byte[]> invoke(byte[] event) {
        var invocation =
                new Invocation("request-" + count.incrementAndGet(), ByteBuffer.wrap(event), new CompletableFuture<>());
        waiting.add(invocation);
        return invocation.answer();
    }

    /** The function is no more: whoever waits for it learns that. */
    void ended(int status) {
        var gone = new FunctionError("the function's process ended with " + status);
        ready.completeExceptionally(gone);
        running.values().forEach(invocation -> invocation.answer().completeExceptionally(gone));
        waiting.forEach(invocation -> invocation.answer().completeExceptionally(gone));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String[] path =
                exchange.getRequestURI().getPath().substring(PREFIX.length()).split("/", -1);
        switch (path[0] + "/" + path[path.length - 1]) {
            case "invocation/next" -> next(exchange);
            case "invocation/response" -> {
                answered(path[1]).complete(body);
                reply(exchange, 202, new byte[0]);
            }
            case "invocation/error" -> {
                answered(path[1]).completeExceptionally(new FunctionError(new String(body, UTF_8)));
                reply(exchange, 202, new byte[0]);
            }
            case "restore/next" -> reply(exchange, 200, new byte[0]);
            default -> {
                ready.completeExceptionally(new FunctionError(new String(body, UTF_8)));
                reply(exchange, 202, new byte[0]);
            }
        }
    }

    private CompletableFuture<byte[]> answered(String id) {
        return Objects.requireNonNull(running.remove(id), id).answer();
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(null);
        try {
            Invocation invocation = waiting.take();
            running.put(invocation.id(), invocation);
            exchange.getResponseHeaders().set("Content-Type", "application/json"); // without it the client crashes
            exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", invocation.id());
            exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(Long.MAX_VALUE));
            exchange.getResponseHeaders()
                    .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:here");
            reply(exchange, 200, invocation.event().array());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
