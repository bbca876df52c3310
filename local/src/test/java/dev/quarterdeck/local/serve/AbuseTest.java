package dev.quarterdeck.local.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Where a terminal, a log or a header would take a text for more than a text. */
    private static final String HOSTILE =
            "x\r\nSet-Cookie: a=b\r\n\u001b[2J\",\"level\":\"ERROR\"}\n{\"user\":\"root\"";

    private static ServedAlone hub;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        hub = new ServedAlone(folder);
        for (String id : List.of("111111111111", "222222222222")) {
            assertThat(hub.console("POST", ACCOUNTS, Optional.of(owned(id))).statusCode())
                    .isEqualTo(201);
        }
    }

    @AfterAll
    static void end() {
        hub.close();
    }

    private static Members owned(String id) {
        return ServedAlone.account(id).put("team_id", "team' OR '1'='1");
    }

    @Test
    @Tag("B15")
    void aCookieFromBeforeTheSignInIsNotTheSession() throws Exception {
        String planted = "a".repeat(52);
        HttpResponse<String> signedIn = hub.post("/api/sessions", ServedAlone.typed(), "Cookie", hub.cookie(planted));

        assertThat(ServedAlone.session(signedIn)).isNotEqualTo(planted).isNotBlank();
        assertThat(hub.me(ServedAlone.session(signedIn)).statusCode()).isEqualTo(200);
        assertThat(hub.me(planted).statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("B16")
    void theFourthSessionEndsTheFirstAndSaysSo() throws Exception {
        var sessions = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            sessions.add(hub.signIn());
            hub.clock.advance(Duration.ofSeconds(1)); // so that one of them is the oldest
        }
        HttpResponse<String> fourth = hub.post("/api/sessions", ServedAlone.typed());
        sessions.add(ServedAlone.session(fourth));

        assertThat(ServedAlone.body(fourth).texts("ended")).hasSize(1);
        assertThat(hub.me(sessions.getFirst()).statusCode()).isEqualTo(401);
        for (String session : sessions.subList(1, 4)) {
            assertThat(hub.me(session).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Tag("B17")
    void aPollInTheBackgroundKeepsNoSessionAlive() throws Exception {
        String session = hub.signIn();
        for (int minutes = 5; minutes < 15; minutes += 5) {
            hub.clock.advance(Duration.ofMinutes(5));
            assertThat(hub.me(session, "X-Hub-Background", "1").statusCode()).isEqualTo(200);
        }
        hub.clock.advance(Duration.ofMinutes(6));
        assertThat(hub.me(session, "X-Hub-Background", "1").statusCode()).isEqualTo(401);
        assertThat(hub.me(session).statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("C04")
    void aCursorIsOfOneCallerOneQueryAndOneHour() throws Exception {
        String cursor = ServedAlone.body(hub.console("GET", ACCOUNTS + "?limit=1", Optional.empty()))
                .text("cursor");
        String next = ACCOUNTS + "?limit=1&cursor=";
        assertThat(ServedAlone.body(hub.console("GET", next + cursor, Optional.empty()))
                        .objects("items"))
                .hasSize(1);

        char other = cursor.charAt(20) == 'A' ? 'B' : 'A';
        assertRefused(
                hub.console("GET", next + cursor.substring(0, 20) + other + cursor.substring(21), Optional.empty()));
        assertRefused(hub.console("GET", ACCOUNTS + "?limit=1&environment=sandbox&cursor=" + cursor, Optional.empty()));
        assertRefused(hub.console("GET", "/api/keys?cursor=" + cursor, Optional.empty()));
        String ana = hub.signIn();
        assertRefused(hub.ask("GET", next + cursor, Optional.empty(), "Cookie", hub.cookie(ana), "X-Hub-Request", "1"));
        hub.clock.advance(Duration.ofMinutes(61));
        assertRefused(hub.console("GET", next + cursor, Optional.empty()));
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
        assertRefused(hub.console("GET", path, Optional.empty()));
    }

    @Test
    @Tag("E11")
    void noTextBreaksOutOfALogLineARecordOrAHeader() throws Exception {
        hub.post("/api/sessions", ServedAlone.typed().put("device", HOSTILE));
        hub.post("/api/sessions", ServedAlone.typed().put("name", HOSTILE));
        HttpResponse<String> tagged = hub.console(
                "POST",
                ACCOUNTS,
                Optional.of(ServedAlone.account("333333333333").put("tags", new Members().put("note", HOSTILE))));
        HttpResponse<String> named = hub.console(
                "POST",
                ACCOUNTS,
                Optional.of(ServedAlone.account("444444444444").put("name", HOSTILE)));
        hub.console("GET", "/api/users/" + encoded(HOSTILE), Optional.empty());

        assertThat(named.statusCode()).isEqualTo(400);
        assertThat(Stream.of(tagged, named).map(one -> one.headers().map().toString()))
                .noneMatch(headers -> headers.contains("a=b"));
        String exported =
                hub.console("GET", "/api/audit/export", Optional.empty()).body();
        assertThat(hub.log).hasSizeGreaterThan(5);
        assertThat(Stream.concat(hub.log.stream(), Stream.of(exported, tagged.body(), named.body())))
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
        return ServedAlone.body(hub.console("GET", ACCOUNTS + "?" + query, Optional.empty())).objects("items").stream()
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
}
