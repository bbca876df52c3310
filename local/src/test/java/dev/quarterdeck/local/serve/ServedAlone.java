package dev.quarterdeck.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.hub.Intake;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.Paging;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A hub that is served over HTTP to whoever asks, on nobody's AWS; its first administrator is Ana. */
final class ServedAlone implements AutoCloseable {
    static final String ONE = "111122223333";
    static final String OTHER = "444455556666";
    static final String PASSWORD = "correct horse battery staple";
    private static final SessionRules RULES = new SessionRules(Duration.ofMinutes(15), Duration.ofHours(12), 3, false);

    final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    final List<String> log = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalHub hub;
    private final Serving serving;

    ServedAlone(Path folder) throws IOException, InterruptedException {
        var home = new Home(folder);
        hub = TestHub.open(folder, new NoAws(), RULES, Optional.empty(), clock);
        serving = Serving.start(home, new Listening.Near(0), hub, line -> log.add(line.text()));
        var typed = typed().put("setup_code", hub.setupCode().orElseThrow());
        assertThat(post("/api/setup", typed).statusCode()).isEqualTo(201);
    }

    /** One that knows three accounts, and of two of them what is there; the other's secrets it may not list. */
    static ServedAlone scanned(Path folder) throws IOException, InterruptedException {
        var hub = new ServedAlone(folder);
        for (String id : List.of(ONE, OTHER, "777788889999")) {
            assertThat(hub.console("POST", "/api/aws/accounts", Optional.of(account(id)))
                            .statusCode())
                    .isEqualTo(201);
        }
        Planted.queues(ONE, hub.clock.instant(), List.of("bills", "orders")).into(hub.intake(), "s1");
        Planted.queues(OTHER, hub.clock.instant(), List.of("mail"))
                .butNotSecrets()
                .into(hub.intake(), "s1");
        return hub;
    }

    static Members typed() {
        return new Members().put("name", "Ana").put("password", PASSWORD);
    }

    static Members account(String id) {
        return new Members()
                .put("account_id", id)
                .put("name", "account " + id)
                .put("connection", new Members().put("kind", "profile").put("profile", "nobody"));
    }

    HttpResponse<String> me(String session, String... headers) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("Cookie", cookie(session), "X-Hub-Request", "1"));
        all.addAll(List.of(headers));
        return ask("GET", "/api/me", Optional.empty(), all.toArray(String[]::new));
    }

    String cookie(String session) {
        return "quarterdeck-%d=%s".formatted(serving.address().getPort(), session);
    }

    /** Signs Ana in; what her browser keeps. */
    String signIn() throws IOException, InterruptedException {
        return session(post("/api/sessions", typed()));
    }

    static String session(HttpResponse<String> signedIn) {
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(201);
        String set = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(set.indexOf('=') + 1, set.indexOf(';'));
    }

    static Fields body(HttpResponse<String> response) {
        return Fields.of((Json.Obj) Json.parse(response.body()));
    }

    HttpResponse<String> post(String path, Members body, String... headers) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("X-Hub-Request", "1"));
        all.addAll(List.of(headers));
        return ask("POST", path, Optional.of(body), all.toArray(String[]::new));
    }

    /** Asks as whoever can read the workspace. */
    HttpResponse<String> console(String method, String path, Optional<Members> body)
            throws IOException, InterruptedException {
        return as(hub.consoleToken(), method, path, body);
    }

    /** Where scans bring what they saw. */
    Intake intake() {
        return hub.intake();
    }

    /** Invites somebody who then has this role there; the token with which they ask. */
    String member(String name, String role, Members scope) throws IOException, InterruptedException {
        Fields invited = body(console("POST", "/api/users", Optional.of(new Members().put("name", name))));
        var binding = new Members()
                .put("subject", new Members().put("iss", invited.text("iss")).put("sub", invited.text("sub")))
                .put("role_id", role)
                .put("scope", scope);
        assertThat(console("PUT", "/api/bindings/" + role, Optional.of(binding)).statusCode())
                .isEqualTo(200);
        var joining = new Members()
                .put("name", name)
                .put("password", PASSWORD)
                .put("as", "token")
                .put("invitation_code", invited.text("invitation_code"));
        return body(post("/api/join", joining)).text("token");
    }

    /** A file, taken with somebody's token. */
    HttpResponse<byte[]> file(String token, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(serving.address().resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    /** The token of whoever can read the workspace. */
    String token() {
        return hub.consoleToken();
    }

    /** Asks with somebody's token. */
    HttpResponse<String> as(String token, String path) throws IOException, InterruptedException {
        return as(token, "GET", path, Optional.empty());
    }

    HttpResponse<String> as(String token, String method, String path, Optional<Members> body)
            throws IOException, InterruptedException {
        return ask(method, path, body, "Authorization", "Bearer " + token, "X-Hub-Request", "1");
    }

    HttpResponse<String> ask(String method, String path, Optional<Members> body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(serving.address().resolve(path)).headers(headers);
        body.ifPresentOrElse(
                it -> request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(it.json().text())),
                () -> request.method(method, BodyPublishers.noBody()));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        serving.close();
        hub.close();
    }

    /** Nobody's AWS: whoever asks it anything is refused. */
    private static final class NoAws implements AwsApi {
        @Override
        public Answer call(Call call, JsonSink sink) {
            return new Answer.Failed("NoAws", "there is no AWS in this test");
        }

        @Override
        public Answer items(Call call, Paging paging, ItemSink sink) {
            return new Answer.Failed("NoAws", "there is no AWS in this test");
        }
    }
}
