package dev.quarterdeck.local.client;

import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.local.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;

/** Requests to a hub that is served somewhere. */
public final class OverHttp implements Transport {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI hub;
    private final Optional<String> token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(Redirect.NEVER)
            .build();

    public OverHttp(URI hub, Optional<String> token) {
        this.hub = hub;
        this.token = token;
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        try {
            var answer = http.send(outgoing(request), OverHttp::read);
            return new HttpResponse(
                    answer.statusCode(), new Headers(answer.headers().map()), answer.body());
        } catch (IOException e) {
            throw Refusal.unreadable("the hub at %s does not answer (%s): is it running there?"
                    .formatted(hub, e.getMessage() == null ? e.getClass().getSimpleName() : Refusal.why(e)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Refusal.unreadable("interrupted while the hub at %s was asked".formatted(hub));
        }
    }

    /** A file may be long: it is read as it is taken. */
    private static BodySubscriber<Body> read(ResponseInfo answer) {
        boolean file = answer.headers().firstValue("Content-Disposition").isPresent();
        long size = answer.headers().firstValueAsLong("Content-Length").orElse(0);
        return file
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), stream -> Body.of(size, () -> stream))
                : BodySubscribers.mapping(BodySubscribers.ofByteArray(), Body::of);
    }

    private java.net.http.HttpRequest outgoing(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(hub.resolve(request.target()))
                .timeout(PATIENCE)
                .method(
                        request.method(),
                        BodyPublishers.ofByteArray(request.body().bytes()));
        request.headers().fields().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        token.ifPresent(secret -> builder.header("Authorization", "Bearer " + secret));
        return builder.build();
    }

    @Override
    public void close() {
        http.close();
    }
}
