package dev.quarterdeck.local.demo;

import dev.quarterdeck.edge.HttpEdge;
import dev.quarterdeck.edge.Telemetry;
import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.hub.LocalHub;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** The demo's administrator, who signs up as in any hub, with a password that is forgotten at once. */
final class FirstAdmin {
    private static final String NAME = "demo";

    private FirstAdmin() {}

    /** The {@code Set-Cookie} of a session at the hub that is served there. */
    static String signUp(LocalHub hub, URI address) {
        HttpEdge edge = hub.edge(address.getPort(), Silence.VALUE, () -> "");
        String code =
                hub.setupCode().orElseThrow(() -> new IllegalStateException("the demo has its administrator already"));
        Json.Obj wish = new Members()
                .put("setup_code", code)
                .put("name", NAME)
                .put("password", password())
                .put("as", "cookie")
                .json();
        var headers =
                Headers.of("Host", address.getAuthority(), "X-Hub-Request", "1", "Content-Type", "application/json");
        HttpResponse answer =
                edge.handle(new HttpRequest("POST", "/api/setup", headers, Body.of(wish.text()), address.getHost()));
        return answer.headers()
                .one("Set-Cookie")
                .orElseThrow(
                        () -> new IllegalStateException("the demo's administrator was refused: " + answer.status()));
    }

    private static String password() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Nobody reads a log of this. */
    private enum Silence implements Telemetry {
        VALUE;

        @Override
        public void log(Json.Obj line) {}

        @Override
        public void served(String operation, int status, Duration took) {}
    }
}
