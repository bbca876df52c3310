package dev.quarterdeck.bench.api;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Signs in at a hub that has no administrator yet, as often as wanted. */
public record SignIn(HttpClient http) {
    private static final String PASSWORD = "correct horse battery staple";

    /** The tokens of so many sessions. */
    public List<String> sessions(Served hub, int count) throws IOException, InterruptedException {
        String code = hub.lastWord("with the code");
        var sessions = new ArrayList<String>();
        sessions.add(token(
                post(hub.address(), "/api/setup", ana().put("setup_code", code).json(), "")));
        while (sessions.size() < count) {
            sessions.add(token(post(hub.address(), "/api/sessions", ana().json(), "")));
        }
        return sessions;
    }

    private static Members ana() {
        return new Members().put("name", "ana").put("password", PASSWORD).put("as", "token");
    }

    private static String token(String opened) {
        return Fields.of((Json.Obj) Json.parse(opened)).text("token");
    }

    String post(URI server, String path, Json.Obj body, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Hub-Request", "1")
                .POST(BodyPublishers.ofString(body.text()));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s was answered with %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
