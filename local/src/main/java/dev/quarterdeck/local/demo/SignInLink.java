package dev.quarterdeck.local.demo;

import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.local.serve.Front;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A link that signs in whoever opens it first: it hands out the cookie of a session once, and nobody can guess it. */
public final class SignInLink implements Front {
    private static final String FOLDER = "/demo/";
    private static final Headers GUARD = Headers.of(
            "Cache-Control", "no-store", "Referrer-Policy", "no-referrer", "X-Content-Type-Options", "nosniff");

    private final String path;
    private final AtomicReference<Optional<String>> cookie = new AtomicReference<>(Optional.empty());

    public SignInLink() {
        byte[] ticket = new byte[24];
        new SecureRandom().nextBytes(ticket);
        this.path = FOLDER + HexFormat.of().formatHex(ticket);
    }

    public String path() {
        return path;
    }

    /** The {@code Set-Cookie} of the session that the link leads into. */
    public void opens(String setCookie) {
        cookie.set(Optional.of(setCookie));
    }

    @Override
    public Optional<HttpResponse> answer(HttpRequest request) {
        return request.method().equals("GET") && request.target().equals(path)
                ? Optional.of(cookie.getAndSet(Optional.empty())
                        .map(SignInLink::enter)
                        .orElseGet(SignInLink::used))
                : Optional.empty();
    }

    private static HttpResponse enter(String setCookie) {
        return new HttpResponse(303, GUARD.with("Location", "/").with("Set-Cookie", setCookie), Body.EMPTY);
    }

    private static HttpResponse used() {
        String text = "This link has signed somebody in already. Start the demo again for another.\n";
        return new HttpResponse(410, GUARD.with("Content-Type", "text/plain; charset=utf-8"), Body.of(text));
    }
}
