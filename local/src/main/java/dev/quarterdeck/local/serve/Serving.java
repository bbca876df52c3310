package dev.quarterdeck.local.serve;

import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.events.Dispatcher;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** A hub being served on the loopback address, findable by command lines that can read its workspace. */
public final class Serving implements AutoCloseable {
    private final HttpHost host;
    private final Home home;
    private final Dispatcher dispatcher;
    private final Caretaker caretaker;

    private Serving(HttpHost host, Home home, Dispatcher dispatcher, Caretaker caretaker) {
        this.host = host;
        this.home = home;
        this.dispatcher = dispatcher;
        this.caretaker = caretaker;
    }

    /** Begins to serve; {@code lines} takes the log. */
    public static Serving start(Home home, int port, LocalHub hub, Consumer<Json.Obj> lines) {
        var telemetry = new PrometheusTelemetry(lines);
        var edge = new CompletableFuture<HttpEdge>(); // which port it is, and so which host names count, the host knows
        HttpHost host = started(port, request -> edge.join().handle(request));
        edge.complete(hub.edge(host.port(), telemetry, telemetry::text));
        var serving =
                new Serving(host, home, hub.deliver(), Caretaker.start(hub.chores(), hub.rounds(), hub.clock(), lines));
        new Running(
                        serving.address(),
                        hub.consoleToken(),
                        ProcessHandle.current().pid())
                .write(home);
        return serving;
    }

    private static HttpHost started(int port, Function<HttpRequest, HttpResponse> edge) {
        try {
            return HttpHost.start(InetAddress.getLoopbackAddress(), port, edge);
        } catch (RuntimeException e) {
            throw Refusal.usage(
                    "port %d cannot be served on (%s): choose another with --port".formatted(port, reason(e)));
        }
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + host.port());
    }

    @Override
    public void close() {
        Running.forget(home);
        caretaker.close();
        dispatcher.close();
        host.close();
    }
}
