package dev.quarterdeck.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of resources as they are asked over HTTP, of what scans brought. */
class ListingTest {
    private static final String ONE = ServedAlone.ONE;
    private static final String OTHER = ServedAlone.OTHER;

    @TempDir
    private Path folder;

    private ServedAlone hub;

    @BeforeEach
    void scan() throws IOException, InterruptedException {
        hub = ServedAlone.scanned(folder);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private void sees(String account, String scan, List<String> queues) throws IOException {
        Planted.queues(account, hub.clock.instant(), queues).into(hub.intake(), scan);
    }

    private Fields list(String... query) throws IOException, InterruptedException {
        HttpResponse<String> said = hub.console("GET", "/api/resources" + text(query), Optional.empty());
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        return ServedAlone.body(said);
    }

    private static String text(String... query) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < query.length; i += 2) {
            parts.add(query[i] + "=" + URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static List<String> names(Fields list) {
        return list.objects("items").stream().map(row -> row.text("name")).toList();
    }

    @Test
    void tellsTheFieldsThatAreAskedInTheOrderThatIsAsked() throws IOException, InterruptedException {
        Fields list = list(
                "filter",
                "type = sqs:queue and config.Attributes.DelaySeconds >= 5",
                "sort",
                "-name",
                "fields",
                "name,config.Attributes.DelaySeconds");

        assertThat(list.objects("items"))
                .extracting(row -> row.json().text())
                .containsExactly(
                        "{\"name\":\"orders\",\"config.Attributes.DelaySeconds\":6}",
                        "{\"name\":\"bills\",\"config.Attributes.DelaySeconds\":5}");
        assertThat(list.object("count").json().text()).isEqualTo("{\"number\":2,\"exact\":true,\"text\":\"2\"}");
    }

    @Test
    void countsTheValuesOfFacetsOverTheWholeList() throws IOException, InterruptedException {
        Fields list = list("facets", "account_id,az", "limit", "1", "fields", "name");

        assertThat(names(list)).hasSize(1);
        assertThat(list.object("facets").json().text()).isEqualTo("""
                        {"account_id":[{"value":"%s","count":2},{"value":"%s","count":1}],"az":[{"value":null,"count":3}]}""".formatted(ONE, OTHER));
    }

    @Test
    void saysWhereNobodyLookedForWhatIsAsked() throws IOException, InterruptedException {
        assertThat(list().object("coverage").json().text())
                .isEqualTo(
                        "{\"areas\":{\"denied\":1,\"looked\":2},\"areas_not_looked_at\":1,\"accounts_never_scanned\":1,\"columns_not_known\":[]}");
        Fields queues = list("filter", "type = sqs:queue").object("coverage");
        assertThat(queues.whole("areas_not_looked_at")).isZero();
        Fields secrets = list("filter", "type = secretsmanager:secret and name = x and tag.Owner exists");
        assertThat(names(secrets)).isEmpty();
        assertThat(secrets.object("coverage").whole("areas_not_looked_at")).isEqualTo(1);
        Fields elsewhere = list("filter", "account_id = " + ONE).object("coverage");
        assertThat(elsewhere.json().text())
                .isEqualTo(
                        "{\"areas\":{\"looked\":1},\"areas_not_looked_at\":0,\"accounts_never_scanned\":0,\"columns_not_known\":[]}");
    }

    @Test
    void saysWhatIsNotKnownOfAnything() throws IOException, InterruptedException {
        Fields list = list("filter", "ou under ou-production and environment = production or cost > 5");

        assertThat(names(list)).isEmpty();
        assertThat(list.object("coverage").texts("columns_not_known")).containsExactly("ou_path", "cost_30d");
    }

    @Test
    void whatIsPublishedIsSeenAndWhatWasCanBeLookedBackTo() throws IOException, InterruptedException {
        assertThat(names(list("sort", "name"))).containsExactly("bills", "mail", "orders");
        hub.clock.advance(Duration.ofHours(3));
        sees(ONE, "s2", List.of("bills", "orders", "parcels"));

        assertThat(names(list("sort", "name"))).containsExactly("bills", "mail", "orders", "parcels");
        Fields before = list("sort", "name", "filter", "type = sqs:queue at -2h");
        assertThat(names(before)).containsExactly("bills", "mail", "orders");
        assertThat(before.instant("at")).isEqualTo(hub.clock.instant().minus(Duration.ofHours(2)));
        assertThat(names(list("sort", "name", "at", "2026-03-01T13:00:00Z")))
                .containsExactly("bills", "mail", "orders");
        Fields longAgo = list("at", "2026-01-01T00:00:00Z");
        assertThat(names(longAgo)).isEmpty();
        assertThat(longAgo.object("coverage").whole("accounts_never_scanned")).isEqualTo(3);
    }

    /** What is sorted in before the place where a page ended is not shown, and nothing twice. */
    @Test
    void pagesFollowEachOtherThoughAScanIsPublishedBetween() throws IOException, InterruptedException {
        List<String> many = IntStream.range(0, 9).mapToObj("q%d"::formatted).toList();
        sees(ONE, "s2", many);
        Fields page = list("filter", "name starts q", "sort", "name", "limit", "4", "fields", "name");
        List<String> seen = new ArrayList<>(names(page));
        sees(
                ONE,
                "s3",
                IntStream.range(0, 9).mapToObj(i -> i == 6 ? "q1b" : "q" + i).toList());
        while (page.maybeText("cursor").isPresent()) {
            page = list(
                    "filter",
                    "name starts q",
                    "sort",
                    "name",
                    "limit",
                    "4",
                    "fields",
                    "name",
                    "cursor",
                    page.text("cursor"));
            seen.addAll(names(page));
        }

        assertThat(seen).containsExactly("q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8");
    }

    /** Nothing of another's account is in rows, counts, facets or coverage, and no cursor of another's is of use. */
    @Test
    @Tag("C04")
    void whoSeesOneAccountSeesNothingOfTheOthers() throws IOException, InterruptedException {
        String ben = hub.member("Ben", "viewer", new Members().put("accounts", List.of(OTHER)));
        Fields mine = body(ben, "/api/resources?facets=account_id&count=exact");

        assertThat(names(mine)).containsExactly("mail");
        assertThat(mine.object("count").whole("number")).isEqualTo(1);
        assertThat(mine.object("facets").json().text())
                .isEqualTo("{\"account_id\":[{\"value\":\"%s\",\"count\":1}]}".formatted(OTHER));
        assertThat(mine.object("coverage").json().text())
                .isEqualTo(
                        "{\"areas\":{\"denied\":1,\"looked\":1},\"areas_not_looked_at\":1,\"accounts_never_scanned\":0,\"columns_not_known\":[]}");
        assertThat(names(body(ben, "/api/resources?filter=account_id%3D" + ONE)))
                .isEmpty();
        assertThat(names(body(ben, "/api/resources?at=2026-03-01T13:00:00Z"))).containsExactly("mail");

        String cursor = list("limit", "1").text("cursor");
        assertThat(hub.as(ben, "/api/resources?limit=1&cursor=" + cursor).statusCode())
                .isEqualTo(400);
    }

    private Fields body(String token, String path) throws IOException, InterruptedException {
        return ServedAlone.body(hub.as(token, path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter|regoin = x|at character 1: there is no field 'regoin'; did you mean 'region'?",
                "filter|type = sqs:qeue|at character 8: there is no type 'sqs:qeue'; did you mean 'sqs:queue'?",
                "filter|config.EngineVersio = 5|at character 8: no type has 'EngineVersio' there; did you mean 'EngineVersion'?",
                "sort|-nam|at character 2: there is no field 'nam'; did you mean 'name'?",
                "fields|name,,|at character 6: a name is expected here, not ','",
                "facets|it.x|at character 1: 'it' is an item of a list: it is only known within any(…)"
            })
    void refusesWhatItDoesNotUnderstandWithThePlace(String parameter, String text, String why)
            throws IOException, InterruptedException {
        HttpResponse<String> said = hub.console("GET", "/api/resources" + text(parameter, text), Optional.empty());

        assertThat(said.statusCode()).isEqualTo(400);
        assertThat(said.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(ServedAlone.body(said).objects("violations"))
                .extracting(Fields::json)
                .containsExactly(
                        new Members().put("at", parameter).put("why", why).json());
    }

    @Test
    void anInstantIsSaidOnce() throws IOException, InterruptedException {
        HttpResponse<String> said = hub.console(
                "GET", "/api/resources" + text("filter", "at -2d", "at", "2026-03-01T13:00:00Z"), Optional.empty());

        assertThat(said.statusCode()).isEqualTo(400);
        assertThat(((Json.Obj) Json.parse(said.body())).get("detail"))
                .contains(Json.of("at is said twice: the filter has an 'at' of its own"));
    }
}
