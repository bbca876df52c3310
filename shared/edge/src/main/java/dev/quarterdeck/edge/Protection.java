package dev.quarterdeck.edge;

import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpResponse;

/** The headers that every answer of the API carries, errors included. */
final class Protection {
    private static final Headers ALWAYS = Headers.of(
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "()",
            "Strict-Transport-Security",
            "max-age=63072000; includeSubDomains");
    private static final Headers UNTAGGED = ALWAYS.with("Cache-Control", "no-store");
    private static final Headers TAGGED = ALWAYS.with("Cache-Control", "private, no-cache");

    private Protection() {}

    static HttpResponse of(HttpResponse response) {
        boolean tagged = !response.headers().all("ETag").isEmpty();
        return new HttpResponse(response.status(), response.headers().or(tagged ? TAGGED : UNTAGGED), response.body());
    }
}
