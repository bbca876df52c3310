package dev.quarterdeck.local.client;

import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.edge.Telemetry;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.hub.LocalHub;
import java.time.Duration;

/** Requests to the hub of a workspace that nobody serves: it is opened here, for as long as the command runs. */
public final class InProcess implements Transport {
    /** Nothing listens on it; it only makes the host that the hub expects. */
    private static final int PORT = 0;

    private final LocalHub hub;
    private final HttpEdge edge;
    private final AutoCloseable beneath;

    /** {@code beneath} is closed after the hub. */
    public InProcess(LocalHub hub, AutoCloseable beneath) {
        this.hub = hub;
        this.edge = hub.edge(PORT, Silence.VALUE, () -> "");
        this.beneath = beneath;
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        var headers = request.headers()
                .with("Host", "127.0.0.1:" + PORT)
                .with("User-Agent", "quarterdeck")
                .with("Authorization", "Bearer " + hub.consoleToken());
        return edge.handle(
                new HttpRequest(request.method(), request.target(), headers, request.body(), request.source()));
    }

    @Override
    public void settle() {
        hub.export();
    }

    @Override
    public void close() {
        close(hub, beneath);
    }

    static void close(AutoCloseable hub, AutoCloseable beneath) {
        try (beneath;
                hub) { // the hub first, and what is beneath it whatever came of that
        } catch (Exception e) {
            throw new IllegalStateException("the hub of this workspace cannot be closed", e);
        }
    }

    /** A command says what it did in its own words. */
    private enum Silence implements Telemetry {
        VALUE;

        @Override
        public void log(Json.Obj line) {}

        @Override
        public void served(String operation, int status, Duration took) {}
    }
}
