package dev.quarterdeck.local.serve;

import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.local.Refusal;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Function;

/** An address and port that requests come to, over TLS or not. */
record Door(InetAddress address, int port, Optional<Certificate> certificate) {
    HttpHost open(Function<HttpRequest, HttpResponse> edge) {
        try {
            return HttpHost.start(address, port, certificate.map(Certificate::tls), edge);
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
}
