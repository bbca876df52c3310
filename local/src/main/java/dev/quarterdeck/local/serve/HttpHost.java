package dev.quarterdeck.local.serve;

import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Serves an HTTP edge on one address of this machine. */
public final class HttpHost implements AutoCloseable {
    /** One byte over the edge's own limit, so that the edge can tell "too large" from "cut off". */
    private static final long LARGEST_BODY = (1 << 20) + 1;

    private static final long AT_ONCE = 1 << 20;

    /** Longer than any cursor, so that the edge says what is wrong with a parameter. */
    private static final int LONGEST_TARGET = 16_384;

    /** Held, since the logging system forgets loggers that nobody holds, and their levels with them. */
    private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

    private final WebServer server;

    private HttpHost(WebServer server) {
        this.server = server;
    }

    /** Begins to serve; port 0 takes a free one. */
    public static HttpHost start(InetAddress address, int port, Function<HttpRequest, HttpResponse> edge) {
        return start(address, port, Optional.empty(), edge);
    }

    static HttpHost start(InetAddress address, int port, Optional<Tls> tls, Function<HttpRequest, HttpResponse> edge) {
        SERVER_LOG.setLevel(Level.WARNING); // what it says of its own start is no news to anybody
        var server = WebServer.builder();
        tls.ifPresent(server::tls);
        return new HttpHost(server.address(address)
                .port(port)
                .shutdownHook(false)
                .maxPayloadSize(LARGEST_BODY * 4)
                .addProtocol(
                        Http1Config.builder().maxPrologueLength(LONGEST_TARGET).build())
                .directHandlers(HttpHost::refuseInOurWords)
                .routing((HttpRouting.Builder routing) ->
                        routing.any((request, response) -> serve(edge, request, response)))
                .build()
                .start());
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void serve(
            Function<HttpRequest, HttpResponse> edge, ServerRequest request, ServerResponse response) {
        HttpResponse answer = edge.apply(read(request));
        response.status(Status.create(answer.status()));
        answer.headers()
                .fields()
                .forEach((name, values) -> response.header(HeaderNames.create(name), values.toArray(String[]::new)));
        send(response, answer.body());
    }

    /** What is short goes at once; what is long goes piece by piece, and who gets fewer than were promised knows it broke off. */
    private static void send(ServerResponse response, Body body) {
        if (body.size() <= AT_ONCE) {
            response.send(body.bytes());
            return;
        }
        response.contentLength(body.size());
        try (OutputStream out = response.outputStream()) {
            body.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What never reaches the edge. */
    private static void refuseInOurWords(DirectHandlers.Builder handlers) {
        DirectHandler handler = (_, type, status, _, _) -> {
            HttpResponse answer = HttpEdge.unreadable(status.code(), status.reasonPhrase());
            var response = DirectHandler.TransportResponse.builder()
                    .status(status)
                    .keepAlive(type.keepAlive())
                    .entity(answer.body().bytes());
            answer.headers()
                    .fields()
                    .forEach(
                            (name, values) -> response.header(HeaderNames.create(name), values.toArray(String[]::new)));
            return response.build();
        };
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, handler);
        }
    }

    private static HttpRequest read(ServerRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.headers().forEach(header -> fields.put(header.name(), header.allValues()));
        String query = request.query().rawValue();
        return new HttpRequest(
                request.prologue().method().text(),
                request.path().rawPath() + (query.isEmpty() ? "" : "?" + query),
                new Headers(fields),
                request.content().hasEntity() ? Body.of(request.content().as(byte[].class)) : Body.EMPTY,
                request.remotePeer().host());
    }
}
