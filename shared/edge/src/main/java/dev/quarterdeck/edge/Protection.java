package dev.quarterdeck.edge;

import dev.quarterdeck.edge.http.HttpResponse;
import java.util.Map;

/** The headers that every answer of the API carries, errors included. */
final class Protection {
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "()",
            "Strict-Transport-Security", "max-age=63072000; includeSubDomains");

    private Protection() {}

    static HttpResponse of(HttpResponse response) {
        HttpResponse safe = response;
        for (var header : ALWAYS.entrySet()) {
            if (safe.headers().all(header.getKey()).isEmpty()) {
                safe = safe.with(header.getKey(), header.getValue());
            }
        }
        return safe.headers().all("Cache-Control").isEmpty()
                ? safe.with("Cache-Control", safe.headers().all("ETag").isEmpty() ? "no-store" : "private, no-cache")
                : safe;
    }
}
