package dev.quarterdeck.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries in SQL as they are asked over HTTP, of what scans brought. */
class QueryingTest {
    private static final String EVERY_TABLE = """
            SELECT account_id FROM resources UNION SELECT account_id FROM coverage UNION SELECT account_id FROM accounts
            UNION SELECT account_id FROM changes UNION SELECT account_id FROM tags JOIN resources USING (uid)
            UNION SELECT account_id FROM aws_sqs_queue ORDER BY ALL""";

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

    static Optional<Members> sql(String text) {
        return Optional.of(new Members().put("sql", text));
    }

    private String rows(String text) throws IOException, InterruptedException {
        return rows(hub.console("POST", "/api/query", sql(text)));
    }

    private static String rows(HttpResponse<String> said) {
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        return ((Json.Obj) Json.parse(said.body())).get("rows").orElseThrow().text();
    }

    @Test
    void answersOverWhatTheHubKnows() throws IOException, InterruptedException {
        Fields answer = ServedAlone.body(
                hub.console(
                        "POST",
                        "/api/query",
                        sql(
                                "SELECT name, environment, config->>'$.Attributes.DelaySeconds' AS delay FROM aws_sqs_queue ORDER BY name")));

        assertThat(answer.json().text()).isEqualTo("""
                        {"columns":["name","environment","delay"],"rows":[["bills","production","5"],["mail","production","4"],\
                        ["orders","production","6"]],"cut":false}""");
    }

    @Test
    void tellsWhatChangedFieldByFieldAndThatNobodyKnowsWhoDidIt() throws IOException, InterruptedException {
        hub.clock.advance(Duration.ofHours(1));
        Planted.queues(ServedAlone.ONE, hub.clock.instant(), List.of("bills", "orders", "parcels"))
                .into(hub.intake(), "s2");

        assertThat(rows("SELECT kind, name, path, actor, at_to FROM changes"))
                .isEqualTo("[[\"created\",\"parcels\",null,\"unknown\",\"2026-03-01T13:00:00Z\"]]");
        assertThat(rows("SELECT name, last_scan_at FROM accounts ORDER BY account_id"))
                .isEqualTo("""
                        [["account 111122223333","2026-03-01T13:00:00Z"],["account 444455556666","2026-03-01T12:00:00Z"],\
                        ["account 777788889999",null]]""");
    }

    @Test
    @Tag("C04")
    void whoSeesOneAccountQueriesNothingOfTheOthers() throws IOException, InterruptedException {
        String ben = hub.member("Ben", "viewer", new Members().put("accounts", List.of(ServedAlone.OTHER)));

        assertThat(rows(EVERY_TABLE)).hasSizeGreaterThan(40);
        assertThat(rows(hub.as(ben, "POST", "/api/query", sql(EVERY_TABLE))))
                .isEqualTo("[[\"%s\"]]".formatted(ServedAlone.OTHER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DROP TABLE resources|only a SELECT is answered",
                "SELECT * FROM read_text('/etc/passwd')|there is no table function 'read_text' here",
                "SELECT * FROM acounts|there is no table 'acounts'; did you mean 'accounts'?",
                "SELECT * FROM costs|the table 'costs' is not there: no bills are read"
            })
    void refusesInOneSentence(String text, String why) throws IOException, InterruptedException {
        HttpResponse<String> said = hub.console("POST", "/api/query", sql(text));

        assertThat(said.statusCode()).isEqualTo(400);
        assertThat(ServedAlone.body(said).objects("violations"))
                .extracting(Fields::json)
                .containsExactly(new Members().put("at", "/sql").put("why", why).json());
    }

    /** Whatever the schema names can be asked, and each of its examples is answered. */
    @Test
    void theSchemaIsTrue() throws IOException, InterruptedException {
        Fields schema = ServedAlone.body(hub.console("GET", "/api/query/schema", Optional.empty()));

        assertThat(schema.objects("tables"))
                .extracting(table -> table.text("name"))
                .containsExactly("resources", "edges", "coverage", "accounts", "changes", "tags", "identifiers");
        assertThat(schema.texts("views")).contains("aws_sqs_queue", "aws_ec2_instance");
        assertThat(schema.objects("examples")).hasSizeGreaterThan(5);
        for (Fields table : schema.objects("tables")) {
            String columns = String.join(
                    ", ",
                    table.objects("columns").stream().map(it -> it.text("name")).toList());
            rows("SELECT %s FROM %s".formatted(columns, table.text("name")));
        }
        for (Fields example : schema.objects("examples")) {
            rows(example.text("sql"));
        }
    }
}
