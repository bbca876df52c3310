package dev.quarterdeck.local.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.local.access.Profiles;
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
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may try against a hub that is served: over real HTTP, with the passwords and cookies that people have. */
class AbuseTest {
    private static final String ACCOUNTS = "/api/aws/accounts";
    private static final String PASSWORD = "correct horse battery staple";
    private static final SessionRules RULES = new SessionRules(Duration.ofMinutes(15), Duration.ofHours(12), 3, false);

    /** Where a terminal, a log or a header would take a text for more than a text. */
    private static final String HOSTILE =
            "x\r\nSet-Cookie: a=b\r\n\u001b[2J\",\"level\":\"ERROR\"}\n{\"user\":\"root\"";

    @TempDir
    private static Path folder;

    private static final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private static final List<String> log = new CopyOnWriteArrayList<>();
    private static final HttpClient http = HttpClient.newHttpClient();
    private static LocalHub hub;
    private static Serving serving;

    @BeforeAll
    static void serve() throws Exception {
        var home = new Home(folder.resolve("hub"));
        var keyring = new Keyring(Map.of(), Profiles.read(Map.of(), folder), new NoAws(), clock);
        var aws = new LocalHub.Aws(new NoAws(), TypeCatalog::shipped, keyring);
        hub = LocalHub.open(
                home, new LocalHub.Surroundings(new HubApi.Build("1", "test"), aws, RULES, Optional.empty(), clock));
        serving = Serving.start(home, new Listening.Near(0), hub, line -> log.add(line.text()));
        var typed = typed().put("setup_code", hub.setupCode().orElseThrow());
        assertThat(post("/api/setup", typed).statusCode()).isEqualTo(201);
        for (String id : List.of("111111111111", "222222222222")) {
            assertThat(console("POST", ACCOUNTS, Optional.of(account(id))).statusCode())
                    .isEqualTo(201);
        }
    }

    @AfterAll
    static void end() {
        serving.close();
        hub.close();
    }

    private static Members account(String id) {
        return new Members()
                .put("account_id", id)
                .put("name", "account " + id)
                .put("team_id", "team' OR '1'='1")
                .put("connection", new Members().put("kind", "profile").put("profile", "nobody"));
    }

    @Test
    @Tag("B15")
    void aCookieFromBeforeTheSignInIsNotTheSession() throws Exception {
        String planted = "a".repeat(52);
        HttpResponse<String> signedIn = post("/api/sessions", typed(), "Cookie", cookie(planted));

        assertThat(session(signedIn)).isNotEqualTo(planted).isNotBlank();
        assertThat(me(session(signedIn)).statusCode()).isEqualTo(200);
        assertThat(me(planted).statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("B16")
    void theFourthSessionEndsTheFirstAndSaysSo() throws Exception {
        var sessions = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            sessions.add(session(post("/api/sessions", typed())));
            clock.advance(Duration.ofSeconds(1)); // so that one of them is the oldest
        }
        HttpResponse<String> fourth = post("/api/sessions", typed());
        sessions.add(session(fourth));

        assertThat(body(fourth).texts("ended")).hasSize(1);
        assertThat(me(sessions.getFirst()).statusCode()).isEqualTo(401);
        for (String session : sessions.subList(1, 4)) {
            assertThat(me(session).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Tag("B17")
    void aPollInTheBackgroundKeepsNoSessionAlive() throws Exception {
        String session = session(post("/api/sessions", typed()));
        for (int minutes = 5; minutes < 15; minutes += 5) {
            clock.advance(Duration.ofMinutes(5));
            assertThat(me(session, "X-Hub-Background", "1").statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(6));
        assertThat(me(session, "X-Hub-Background", "1").statusCode()).isEqualTo(401);
        assertThat(me(session).statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("C04")
    void aCursorIsOfOneCallerOneQueryAndOneHour() throws Exception {
        String cursor =
                body(console("GET", ACCOUNTS + "?limit=1", Optional.empty())).text("cursor");
        String next = ACCOUNTS + "?limit=1&cursor=";
        assertThat(body(console("GET", next + cursor, Optional.empty())).objects("items"))
                .hasSize(1);

        char other = cursor.charAt(20) == 'A' ? 'B' : 'A';
        assertRefused(console("GET", next + cursor.substring(0, 20) + other + cursor.substring(21), Optional.empty()));
        assertRefused(console("GET", ACCOUNTS + "?limit=1&environment=sandbox&cursor=" + cursor, Optional.empty()));
        assertRefused(console("GET", "/api/keys?cursor=" + cursor, Optional.empty()));
        String ana = session(post("/api/sessions", typed()));
        assertRefused(ask("GET", next + cursor, Optional.empty(), "Cookie", cookie(ana), "X-Hub-Request", "1"));
        clock.advance(Duration.ofMinutes(61));
        assertRefused(console("GET", next + cursor, Optional.empty()));
    }

    @ParameterizedTest
    @Tag("C05")
    @ValueSource(
            strings = {
                "/api/aws/accounts?sort=external_id",
                "/api/aws/accounts?external_id=a",
                "/api/aws/accounts?connection.external_id=a",
                "/api/aws/accounts?filter=connection.external_id%3D%3D%27a%27",
                "/api/users?password=a",
                "/api/users?sort=password",
                "/api/keys?secret=a",
                "/api/audit?hash=a"
            })
    void nothingIsSortedOrFilteredByWhatIsNotShown(String path) throws Exception {
        assertRefused(console("GET", path, Optional.empty()));
    }

    @Test
    @Tag("E11")
    void noTextBreaksOutOfALogLineARecordOrAHeader() throws Exception {
        post("/api/sessions", typed().put("device", HOSTILE));
        post("/api/sessions", typed().put("name", HOSTILE));
        HttpResponse<String> tagged = console(
                "POST", ACCOUNTS, Optional.of(account("333333333333").put("tags", new Members().put("note", HOSTILE))));
        HttpResponse<String> named =
                console("POST", ACCOUNTS, Optional.of(account("444444444444").put("name", HOSTILE)));
        console("GET", "/api/users/" + encoded(HOSTILE), Optional.empty());

        assertThat(named.statusCode()).isEqualTo(400);
        assertThat(Stream.of(tagged, named).map(one -> one.headers().map().toString()))
                .noneMatch(headers -> headers.contains("a=b"));
        String exported = console("GET", "/api/audit/export", Optional.empty()).body();
        assertThat(log).hasSizeGreaterThan(5);
        assertThat(Stream.concat(log.stream(), Stream.of(exported, tagged.body(), named.body())))
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl))
                .allMatch(line -> Json.parse(line) instanceof Json.Obj);
    }

    @ParameterizedTest
    @Tag("E18")
    @ValueSource(
            strings = {
                "x' OR '1'='1",
                "'; DROP TABLE rows; --",
                "#n = :v OR attribute_exists(partition)",
                "{\"S\":\"x\"}",
                "%"
            })
    void aFilterIsATextAndNothingElse(String hostile) throws Exception {
        assertThat(found("team_id=" + encoded(hostile))).isEmpty();
        assertThat(found("tag=" + encoded(hostile.replace('=', '~') + "=" + hostile)))
                .isEmpty();
        assertThat(found("team_id=" + encoded("team' OR '1'='1"))).contains("111111111111", "222222222222");
    }

    /** Keys and values go into the engines' statements as placeholders only; nothing makes a statement of what was typed. */
    @Test
    @Tag("E18")
    void noEngineIsAskedInALanguage() throws IOException {
        Path sources = Path.of(System.getProperty("quarterdeck.root", ".."), "shared/platform-aws/src/main");
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContainIgnoringCase("executeStatement", "executeTransaction"));
        }
    }

    private static List<String> found(String query) throws Exception {
        return body(console("GET", ACCOUNTS + "?" + query, Optional.empty())).objects("items").stream()
                .map(item -> item.text("account_id"))
                .toList();
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static Members typed() {
        return new Members().put("name", "Ana").put("password", PASSWORD);
    }

    private static HttpResponse<String> me(String session, String... headers) throws Exception {
        var all = new ArrayList<>(List.of("Cookie", cookie(session), "X-Hub-Request", "1"));
        all.addAll(List.of(headers));
        return ask("GET", "/api/me", Optional.empty(), all.toArray(String[]::new));
    }

    private static String cookie(String session) {
        return "quarterdeck-%d=%s".formatted(serving.address().getPort(), session);
    }

    private static String session(HttpResponse<String> signedIn) {
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(201);
        String set = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(set.indexOf('=') + 1, set.indexOf(';'));
    }

    private static Fields body(HttpResponse<String> response) {
        return Fields.of((Json.Obj) Json.parse(response.body()));
    }

    private static HttpResponse<String> post(String path, Members body, String... headers) throws Exception {
        var all = new ArrayList<>(List.of("X-Hub-Request", "1"));
        all.addAll(List.of(headers));
        return ask("POST", path, Optional.of(body), all.toArray(String[]::new));
    }

    private static HttpResponse<String> console(String method, String path, Optional<Members> body) throws Exception {
        return ask(method, path, body, "Authorization", "Bearer " + hub.consoleToken(), "X-Hub-Request", "1");
    }

    private static HttpResponse<String> ask(String method, String path, Optional<Members> body, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(serving.address().resolve(path)).headers(headers);
        body.ifPresentOrElse(
                it -> request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(it.json().text())),
                () -> request.method(method, BodyPublishers.noBody()));
        return http.send(request.build(), BodyHandlers.ofString());
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
