package dev.quarterdeck.local.serve;

import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The hub's pages: files as they are, which ask the API for all they show. They run no script but their own and go nowhere else. */
public final class Pages implements Front {
    private static final String FOLDER = "/META-INF/quarterdeck/web/";
    private static final Map<String, File> FILES = Map.of(
            "/", new File("index.html", "text/html; charset=utf-8"),
            "/hub.css", new File("hub.css", "text/css; charset=utf-8"),
            "/hub.js", new File("hub.js", "text/javascript; charset=utf-8"));
    private static final String SITE = "/site.json";
    private static final Headers PROTECTION = Headers.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()",
            "Cache-Control",
            "no-cache");

    private final Json.Obj site;

    private record File(String name, String type) {}

    /** What the pages say of the hub as a whole: a banner, where one is due. */
    public Pages(Json.Obj site) {
        this.site = site;
    }

    @Override
    public Optional<HttpResponse> answer(HttpRequest request) {
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        String path = request.target().split("\\?", 2)[0];
        return path.equals(SITE)
                ? Optional.of(page("application/json", Body.of(site.text())))
                : Optional.ofNullable(FILES.get(path)).map(file -> page(file.type(), read(file.name())));
    }

    private static HttpResponse page(String type, Body body) {
        return new HttpResponse(200, PROTECTION.with("Content-Type", type), body);
    }

    private static Body read(String name) {
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream(FOLDER + name), name)) {
            return Body.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("a page of this build cannot be read: " + name, e);
        }
    }
}
