package dev.quarterdeck.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.Headers;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.identity.access.Scope;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.platform.local.table.SqliteTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEdgeTest {
    private static final String[] ADMIN = {"Authorization", "Bearer admin"};
    private static final String[] VIEWER = {"Authorization", "Bearer viewer"};

    @TempDir
    Path folder;

    private SqliteTable table;
    private Things things;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("hub.db"), Things.CLOCK);
        things = new Things(table);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void answersAnOpenOperationToAnybody() {
        HttpResponse response = things.ask("GET", "/healthz", "");

        assertThat(response.status()).isEqualTo(200);
        assertThat(text(response)).isEqualTo("{}");
    }

    @Test
    void asksForASignInWhereOneIsNeeded() {
        HttpResponse response = things.ask("GET", "/things", "");

        assertProblem(response, 401, "unauthenticated");
        assertThat(response.headers().one("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void tellsAKnownPathFromAnUnknownMethodAndAnUnknownPath() {
        assertProblem(things.ask("GET", "/nothing", ""), 404, "no-such-path");
        HttpResponse response = things.ask("DELETE", "/things", "");
        assertProblem(response, 405, "method-not-allowed");
        assertThat(response.headers().one("Allow")).contains("GET, POST");
    }

    @Test
    void refusesByRoleAndSaysWhatIsLacking() {
        HttpResponse response = things.ask("POST", "/things", "{\"name\":\"x\"}", VIEWER);

        assertProblem(response, 403, "forbidden");
        assertThat(text(response)).contains("account:connect");
        assertThat(things.calls).isEmpty();
    }

    @Tag("C02")
    @Test
    void whatOneMayNotSeeReadsLikeWhatIsNotThere() {
        String hidden = text(things.ask("GET", "/things/" + Things.HIDDEN, "", VIEWER));
        String absent = text(things.ask("GET", "/things/333333333333", "", VIEWER));

        assertThat(stripped(hidden).replace(Things.HIDDEN, "X"))
                .isEqualTo(stripped(absent).replace("333333333333", "X"));
        assertProblem(things.ask("PUT", "/things/" + Things.HIDDEN, "{\"name\":\"x\"}", VIEWER), 404, "not-found");
        assertProblem(things.ask("PUT", "/things/" + Things.SEEN, "{\"name\":\"x\"}", VIEWER), 403, "forbidden");
    }

    @Tag("C03")
    @Test
    void refusesFieldsTheContractDoesNotHaveAndPointsToEachFault() {
        HttpResponse response = things.ask("POST", "/things", "{\"labels\":[1,\"a\",\"b\"],\"state\":\"ok\"}", ADMIN);

        assertProblem(response, 400, "invalid");
        assertThat(text(response))
                .contains("{\"at\":\"/state\",\"why\":\"is not a field of this request\"}")
                .contains("{\"at\":\"/name\",\"why\":\"is missing\"}")
                .contains("{\"at\":\"/labels/0\",\"why\":\"must be of type string\"}")
                .contains("{\"at\":\"/labels\",\"why\":\"must have at most 2 items\"}");
        assertThat(things.calls).isEmpty();
    }

    @Tag("E08")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"\\ud800\"}",
                "[]",
                "{\"name\":1e999}",
                "null"
            })
    void refusesBodiesThatAreNotTheJsonOfTheContract(String body) {
        assertProblem(things.ask("POST", "/things", body, ADMIN), 400, "invalid");
    }

    @Tag("E08")
    @Test
    void refusesBodiesThatAreTooLargeOrNotUtf8() {
        var headers = Headers.of(
                "Host", "127.0.0.1:8080", "Authorization", "Bearer admin", "Content-Type", "application/json");

        assertProblem(things.send("POST", "/things", headers, Body.of(new byte[(1 << 20) + 1])), 413, "too-large");
        assertProblem(
                things.send("POST", "/things", headers, Body.of(new byte[] {'"', (byte) 0xff, '"'})), 400, "invalid");
    }

    @Tag("E17")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Type     | text/plain
            Content-Type     | application/json; charset=utf-7
            Content-Type     | application/x-www-form-urlencoded
            Content-Encoding | gzip
            """)
    void refusesOtherMediaTypes(String header, String value) {
        var headers = Headers.of("Host", "127.0.0.1:8080", "Authorization", "Bearer admin", header, value);

        HttpResponse response = things.send("POST", "/things", headers, Body.of("{\"name\":\"x\"}"));

        assertProblem(response, 415, "unsupported-media-type");
    }

    @Tag("E16")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things/%2e%2e/healthz",
                "/things/../healthz",
                "/./healthz",
                "//healthz",
                "/things%2f1",
                "/healthz%00",
                "/things?limit=1&limit=2",
                "/things?limit=%zz",
                "/things?limit=%ff",
                "/things/%5c"
            })
    void takesPathsInOneWayOnly(String target) {
        assertProblem(things.ask("GET", target, "", ADMIN), 400, "invalid");
    }

    @Tag("E16")
    @Test
    void knowsNoMethodOverrideAndNoOtherCase() {
        HttpResponse response =
                things.ask("GET", "/things", "", "Authorization", "Bearer admin", "X-HTTP-Method-Override", "POST");

        assertThat(response.status()).isEqualTo(200);
        assertThat(things.calls.getFirst().operation().id()).isEqualTo("listThings");
        assertProblem(things.ask("GET", "/Things", "", ADMIN), 404, "no-such-path");
        assertProblem(things.ask("GET", "/things/%252e%252e", "", ADMIN), 400, "invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/things?limit=0", "/things?limit=101", "/things?limit=ten", "/things?limit=", "/things?sort=x"})
    void holdsParametersToTheContract(String target) {
        assertProblem(things.ask("GET", target, "", ADMIN), 400, "invalid");
    }

    @Tag("E15")
    @Test
    void aRequestWithTheCookieMustBeTheHubsOwn() {
        String[] cookie = {"Cookie", "quarterdeck-8080=admin", "X-Hub-Request", "1"};

        assertThat(things.ask("POST", "/things", "{\"name\":\"x\"}", cookie).status())
                .isEqualTo(201);
        assertProblem(
                things.ask("POST", "/things", "{\"name\":\"x\"}", "Cookie", "quarterdeck-8080=admin"),
                403,
                "foreign-request");
        for (String origin : List.of(
                "null", "http://127.0.0.1:8080.evil.example", "http://evil.127.0.0.1:8080", "https://127.0.0.1:8080")) {
            HttpResponse response = things.ask("POST", "/things", "{\"name\":\"x\"}", and(cookie, "Origin", origin));
            assertProblem(response, 403, "foreign-request");
            assertThat(response.headers().fields()).doesNotContainKey("Access-Control-Allow-Origin");
        }
        assertProblem(
                things.ask("POST", "/things", "{\"name\":\"x\"}", and(cookie, "Sec-Fetch-Site", "same-site")),
                403,
                "foreign-request");
    }

    @Test
    void answersForItsOwnHostOnly() {
        var headers = Headers.of("Host", "rebound.example:8080");

        assertProblem(things.send("GET", "/healthz", headers, Body.EMPTY), 421, "wrong-host");
    }

    @Test
    void takesOneCredentialAndNoSecondCookieOfTheName() {
        assertProblem(
                things.ask("GET", "/things", "", and(ADMIN, "Cookie", "quarterdeck-8080=viewer")), 400, "invalid");
        assertProblem(
                things.ask("GET", "/things", "", "Cookie", "quarterdeck-8080=admin; quarterdeck-8080=viewer"),
                401,
                "unauthenticated");
        assertProblem(things.ask("GET", "/things", "", "Authorization", "Basic YTpi"), 401, "unauthenticated");
    }

    @Tag("B21")
    @Test
    void aKeyInTheQueryIsRefusedAndNeverLogged() {
        assertProblem(things.ask("GET", "/things?api_key=hub_x_SECRET", "", ADMIN), 400, "invalid");

        assertThat(things.log).noneMatch(line -> line.contains("SECRET"));
    }

    @Test
    void doesARequestWithAnIdempotencyKeyOnce() {
        String[] keyed = and(ADMIN, "Idempotency-Key", "k-1");

        HttpResponse first = things.ask("POST", "/things", "{\"name\":\"x\"}", keyed);
        HttpResponse second = things.ask("POST", "/things", "{ \"name\": \"x\" }", keyed);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(text(second)).isEqualTo(text(first));
        assertThat(second.headers().one("Location")).contains("/things/1");
        assertThat(second.headers().one("Idempotency-Replayed")).contains("true");
        assertThat(things.calls).hasSize(1);
        assertProblem(things.ask("POST", "/things", "{\"name\":\"y\"}", keyed), 400, "invalid");
        assertProblem(
                things.ask("POST", "/things", "{\"name\":\"y\"}", and(ADMIN, "Idempotency-Key", "ü")), 400, "invalid");
    }

    @Test
    void whatFailedMayBeTriedAgainWithItsKey() {
        String[] keyed = and(ADMIN, "Idempotency-Key", "k-2");
        String path = "/things/" + Things.SEEN;

        assertProblem(things.ask("PUT", path, "{\"name\":\"x\"}", and(keyed, "If-Match", "\"v2\"")), 412, "stale");

        assertThat(things.ask("PUT", path, "{\"name\":\"x\"}", and(keyed, "If-Match", "\"v3\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatWasDoneIsSaidEvenWhereItsAnswerCannotBeKept() {
        things.afterwards = table::close;

        HttpResponse made = things.ask("POST", "/things", "{\"name\":\"x\"}", and(ADMIN, "Idempotency-Key", "k-4"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(things.calls).hasSize(1);
        assertThat(things.log).anyMatch(line -> line.contains("not kept for the request's Idempotency-Key"));
    }

    @Test
    void aFailureIsSaidEvenWhereItsKeyCannotBeFreed() {
        things.afterwards = table::close;
        String[] stale = and(ADMIN, "Idempotency-Key", "k-5", "If-Match", "\"v2\"");

        assertProblem(things.ask("PUT", "/things/" + Things.SEEN, "{\"name\":\"x\"}", stale), 412, "stale");

        assertThat(things.log).anyMatch(line -> line.contains("not kept for the request's Idempotency-Key"));
    }

    @Test
    void aSecretIsShownOnceAndKeptNowhere() {
        String[] keyed = and(ADMIN, "Idempotency-Key", "k-3");

        assertThat(text(things.ask("POST", "/secrets", "", keyed))).isEqualTo("\"s3cret\"");
        HttpResponse second = things.ask("POST", "/secrets", "", keyed);

        assertProblem(second, 409, "conflict");
        assertThat(text(second)).doesNotContain("s3cret");
        assertThat(things.calls).hasSize(1);
    }

    @Test
    void tagsWhatIsReadAndSendsItOnce() {
        for (String target : List.of("/things/" + Things.SEEN, "/things")) {
            String tag =
                    things.ask("GET", target, "", ADMIN).headers().one("ETag").orElseThrow();
            HttpResponse again = things.ask("GET", target, "", and(ADMIN, "If-None-Match", tag));
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body().isEmpty()).isTrue();
        }
        assertThat(things.ask("GET", "/things/" + Things.SEEN, "", ADMIN)
                        .headers()
                        .one("ETag"))
                .contains("\"v3\"");
        assertThat(things.ask("GET", "/things", "", and(ADMIN, "If-None-Match", "\"v3\""))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v3", "\"3\"", "W/\"v3\"", "*"})
    void awaitsTheVersionThatIsChanged(String tag) {
        String[] headers = tag.isEmpty() ? ADMIN : and(ADMIN, "If-Match", tag);

        assertProblem(things.ask("PUT", "/things/" + Things.SEEN, "{\"name\":\"x\"}", headers), 400, "invalid");
    }

    @Test
    void answersInJsonOrNotAtAll() {
        assertThat(things.ask("GET", "/healthz", "", "Accept", "text/html, */*;q=0.1")
                        .status())
                .isEqualTo(200);
        assertProblem(things.ask("GET", "/healthz", "", "Accept", "text/html"), 406, "not-acceptable");
    }

    @Tag("F13")
    @Test
    void oneBusyCallerIsHeldBackAndNobodyElse() {
        for (int i = 0; i < 200; i++) {
            assertThat(things.ask("GET", "/things", "", ADMIN).status()).isEqualTo(200);
        }

        HttpResponse response = things.ask("GET", "/things", "", ADMIN);

        assertProblem(response, 429, "too-many");
        assertThat(response.headers().one("Retry-After")).contains("1");
        assertThat(things.ask("GET", "/things", "", VIEWER).status()).isEqualTo(200);
    }

    @Test
    void aListIsNarrowedToWhatItsCallerSees() {
        things.ask("GET", "/things", "", VIEWER);
        things.ask("GET", "/things", "", ADMIN);

        assertThat(things.calls.getFirst().sight().within()).containsExactly(new Scope.Accounts(Set.of(Things.SEEN)));
        assertThat(things.calls.getLast().sight().everything()).isTrue();
    }

    @Tag("F11")
    @Test
    void tellsNothingOfAnInternalErrorButItsRequest() {
        HttpResponse response = things.ask("GET", "/broken", "");

        assertProblem(response, 500, "internal");
        assertThat(text(response)).doesNotContain("hunter2").doesNotContain("IllegalState");
        String id = response.headers().one("X-Request-Id").orElseThrow();
        assertThat(text(response)).contains("urn:request:" + id);
        assertThat(things.log)
                .anyMatch(line -> line.contains(id) && line.contains("IllegalStateException"))
                .noneMatch(line -> line.contains("hunter2"));
    }

    @Tag("E13")
    @Test
    void protectsEveryAnswerErrorsIncluded() {
        for (String target : List.of("/healthz", "/nothing", "/broken", "/%")) {
            HttpResponse response = things.ask("GET", target, "");
            assertThat(response.headers().one("Content-Security-Policy"))
                    .get()
                    .asString()
                    .startsWith("default-src 'none'");
            assertThat(response.headers().one("X-Content-Type-Options")).contains("nosniff");
            assertThat(response.headers().one("X-Request-Id")).isPresent();
        }
        assertThat(things.ask("GET", "/nothing", "").headers().one("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void carriesOnTheTraceItIsGiven() {
        HttpResponse response = things.ask(
                "GET", "/healthz", "", "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(response.headers().one("traceparent"))
                .get()
                .asString()
                .matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01")
                .doesNotContain("00f067aa0ba902b7");
        assertThat(things.ask("GET", "/healthz", "", "traceparent", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")
                        .headers()
                        .one("traceparent"))
                .get()
                .asString()
                .doesNotContain("0".repeat(32));
    }

    private static void assertProblem(HttpResponse response, int status, String code) {
        assertThat(text(response)).contains("\"code\":\"" + code + '"');
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().one("Content-Type")).contains("application/problem+json");
        assertThat(Json.parse(text(response))).isInstanceOf(Json.Obj.class);
    }

    private static String stripped(String problem) {
        return problem.replaceAll("urn:request:[0-9a-f]+", "");
    }

    private static String text(HttpResponse response) {
        return new String(response.body().bytes(), StandardCharsets.UTF_8);
    }

    private static String[] and(String[] some, String... more) {
        var all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
