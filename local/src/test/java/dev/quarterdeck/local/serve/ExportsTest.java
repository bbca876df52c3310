package dev.quarterdeck.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of what scans brought, as they are asked for and taken over HTTP, and read by somebody else's readers. */
class ExportsTest {
    private static final String ONE = ServedAlone.ONE;
    private static final String OTHER = ServedAlone.OTHER;
    private static final String FIELDS = "name,account_id,tag.Owner,config.Attributes.DelaySeconds,looked_at,tags";

    @TempDir
    private Path folder;

    private ServedAlone hub;

    @BeforeEach
    void scan() throws IOException, InterruptedException {
        hub = ServedAlone.scanned(folder.resolve("hub"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private Members wish(String format) {
        return new Members().put("format", format).put("fields", FIELDS).put("sort", "-name");
    }

    private Fields asked(String token, Members wish) throws IOException, InterruptedException {
        HttpResponse<String> said = hub.as(token, "POST", "/api/exports", Optional.of(wish));
        assertThat(said.statusCode()).as(said.body()).isEqualTo(202);
        return ServedAlone.body(said);
    }

    /** The export once it is over. */
    private Fields done(String token, Members wish) throws IOException, InterruptedException {
        String path = "/api/exports/" + asked(token, wish).text("export_id");
        Fields export = ServedAlone.body(hub.as(token, path));
        while (List.of("waiting", "running").contains(export.text("state"))) {
            hub.clock.advance(Duration.ofMillis(20)); // by which the hub counts who asks too often
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            export = ServedAlone.body(hub.as(token, path));
        }
        assertThat(export.text("state")).as(export.json().text()).isEqualTo("done");
        return export;
    }

    private Path taken(String token, Fields export) throws IOException, InterruptedException {
        HttpResponse<byte[]> file = hub.file(token, "/api/exports/%s/file".formatted(export.text("export_id")));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"%s\"".formatted(export.text("file_name")));
        assertThat(file.headers().firstValue("ETag")).contains('"' + export.text("sha256") + '"');
        assertThat(file.body()).hasSize(Math.toIntExact(export.whole("bytes")));
        return Files.write(folder.resolve(export.text("file_name")), file.body());
    }

    /** All rows of the list, in its order. */
    private List<Json.Obj> listed() throws IOException, InterruptedException {
        HttpResponse<String> said = hub.console(
                "GET", "/api/resources?limit=1000&count=exact&sort=-name&fields=" + FIELDS, Optional.empty());
        Fields list = ServedAlone.body(said);
        assertThat(list.object("count").whole("number"))
                .isEqualTo(list.objects("items").size());
        return list.objects("items").stream().map(Fields::json).toList();
    }

    /** What another maker's reader finds in a file, its values as texts; null is no value. */
    private static List<List<Optional<String>>> read(String select) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet results = statement.executeQuery(select)) {
            var rows = new ArrayList<List<Optional<String>>>();
            while (results.next()) {
                var row = new ArrayList<Optional<String>>();
                for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                    row.add(Optional.ofNullable(results.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static String text(Json value) {
        return value instanceof Json.Str(var text) ? text : value.text();
    }

    private static List<List<Optional<String>>> cells(List<Json.Obj> rows) {
        return rows.stream()
                .map(row -> row.members().values().stream()
                        .map(value -> Optional.of(value)
                                .filter(it -> !(it instanceof Json.Null))
                                .map(ExportsTest::text))
                        .toList())
                .toList();
    }

    @Test
    void csvIsTheListToAReaderOfAnotherMake() throws Exception {
        Planted.queues(ONE, hub.clock.instant(), List.of("a,b", "say \"hi\"", "two\nlines", "plain"))
                .into(hub.intake(), "s2");
        Fields export = done(hub.token(), wish("csv"));
        Path file = taken(hub.token(), export);

        assertThat(Files.readString(file)).startsWith(FIELDS + "\r\n");
        assertThat(read("FROM read_csv('%s', header = true, all_varchar = true, strict_mode = true)".formatted(file)))
                .isEqualTo(cells(listed()))
                .hasSize(7);
        assertThat(export.whole("rows")).isEqualTo(7);
        assertThat(export.object("coverage").json().text())
                .isEqualTo(
                        "{\"areas\":{\"denied\":1,\"looked\":2},\"areas_not_looked_at\":1,\"accounts_never_scanned\":1,\"columns_not_known\":[]}");
    }

    @Test
    void linesAreTheRowsOfTheList() throws Exception {
        Path file = taken(hub.token(), done(hub.token(), wish("ndjson")));

        assertThat(Files.readAllLines(file).stream().map(Json::parse).toList()).isEqualTo(List.copyOf(listed()));
    }

    @Test
    void parquetHasTypedColumns() throws Exception {
        Path file = taken(hub.token(), done(hub.token(), wish("parquet")));

        assertThat(read("SELECT column_name, column_type FROM (DESCRIBE FROM '%s')".formatted(file)))
                .extracting(row -> row.stream().map(Optional::orElseThrow).toList())
                .containsExactly(
                        List.of("name", "VARCHAR"),
                        List.of("account_id", "VARCHAR"),
                        List.of("tag.Owner", "VARCHAR"),
                        List.of("config.Attributes.DelaySeconds", "JSON"),
                        List.of("looked_at", "TIMESTAMP"),
                        List.of("tags", "MAP(VARCHAR, VARCHAR)"));
        assertThat(read("SELECT name, tags['Owner'], looked_at = TIMESTAMP '2026-03-01 12:00:00' FROM '%s'"
                        .formatted(file)))
                .extracting(row -> row.stream().map(Optional::orElseThrow).toList())
                .containsExactly(
                        List.of("orders", "orders", "true"),
                        List.of("mail", "mail", "true"),
                        List.of("bills", "bills", "true"));
    }

    /** What somebody called a thing, or wrote into a tag, is no formula to whoever opens the file. */
    @Test
    @Tag("E10")
    void hostileNamesAndTagsAreHarmless() throws Exception {
        List<String> hostile = List.of("=HYPERLINK(\"http://x\",\"y\")", "@SUM(A1)", "+1", "-2", "\t=1", "'=1");
        Planted.queues(ONE, hub.clock.instant(), hostile).into(hub.intake(), "s2");
        Members wish = new Members()
                .put("format", "csv")
                .put("bom", true)
                .put("filter", "account_id = %s and name not in (bills, orders)".formatted(ONE))
                .put("fields", "name,tag.Owner,config.Attributes.DelaySeconds");
        Path file = taken(hub.token(), done(hub.token(), wish));

        assertThat(Files.readString(file)).startsWith("\uFEFFname,");
        var rows = read("FROM read_csv('%s', header = true, all_varchar = true)".formatted(file));
        assertThat(rows).hasSize(hostile.size()).allSatisfy(row -> {
            String name = row.getFirst().orElseThrow();
            assertThat(name).startsWith("'").isEqualTo(row.get(1).orElseThrow());
            assertThat(row.get(2).orElseThrow()).isEqualTo(String.valueOf(name.length() - 1));
        });
        assertThat(rows)
                .extracting(row -> row.getFirst().orElseThrow().substring(1))
                .containsExactlyInAnyOrderElementsOf(hostile);
    }

    /** What is published after somebody asked is not in their file, and an instant before is as it was then. */
    @Test
    void tellsOfTheInstantThatIsAskedFor() throws Exception {
        hub.clock.advance(Duration.ofHours(3));
        Planted.queues(ONE, hub.clock.instant(), List.of("parcels")).into(hub.intake(), "s2");

        Path before = taken(hub.token(), done(hub.token(), wish("ndjson").put("at", "2026-03-01T13:00:00Z")));
        assertThat(Files.readAllLines(before)).hasSize(3);
        hub.clock.advance(Duration.ofSeconds(1));
        Fields now = done(hub.token(), wish("ndjson").put("filter", "type = sqs:queue at -1h"));
        assertThat(now.instant("at")).isEqualTo(now.instant("asked_at").minus(Duration.ofHours(1)));
        assertThat(Files.readAllLines(taken(hub.token(), now))).hasSize(3);
        hub.clock.advance(Duration.ofSeconds(1));
        assertThat(Files.readAllLines(taken(hub.token(), done(hub.token(), wish("ndjson")))))
                .hasSize(4);
    }

    @Test
    void longFilesComeWholeAndInOrder() throws Exception {
        List<String> many =
                IntStream.range(0, 6_000).mapToObj("queue-%05d"::formatted).toList();
        Planted.queues(ONE, hub.clock.instant(), many).into(hub.intake(), "s2");
        Fields export = done(
                hub.token(),
                new Members()
                        .put("format", "ndjson")
                        .put("filter", "name starts queue-")
                        .put("sort", "name")
                        .put("fields", "name,uid,arn,type,config,tags"));
        Path file = taken(hub.token(), export);

        assertThat(Files.size(file)).isGreaterThan(1 << 20);
        assertThat(Files.readAllLines(file).stream()
                        .map(line -> Fields.of((Json.Obj) Json.parse(line)).text("name"))
                        .toList())
                .isEqualTo(many);
    }

    /** Whose rights are less than they were has nothing of what they were. */
    @Test
    @Tag("C09")
    void whatItsOwnerMayNotSeeAnyMoreIsRefusedAndRemoved() throws Exception {
        String ben = hub.member("Ben", "viewer", new Members().put("accounts", List.of(ONE, OTHER)));
        Fields export = done(ben, wish("csv"));
        String path = "/api/exports/" + export.text("export_id");
        assertThat(Files.readAllLines(taken(ben, export))).hasSize(4);
        Fields binding =
                ServedAlone.body(hub.console("GET", "/api/bindings", Optional.empty())).objects("items").stream()
                        .filter(it -> it.text("binding_id").equals("viewer"))
                        .findFirst()
                        .orElseThrow();
        var less = new Members()
                .put("subject", binding.object("subject").json())
                .put("role_id", "viewer")
                .put("scope", new Members().put("accounts", List.of(OTHER)));
        assertThat(hub.console("PUT", "/api/bindings/viewer", Optional.of(less)).statusCode())
                .isEqualTo(200);

        HttpResponse<String> refused = hub.as(ben, path + "/file");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("may not see any more").doesNotContain("orders");
        assertThat(hub.as(ben, path).statusCode()).isEqualTo(404);
        try (var files = Files.walk(folder.resolve("hub/objects/exports"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /** Scoped as lists are, and its owner's alone. */
    @Test
    @Tag("C09")
    void tellsOnlyWhatItsOwnerSees() throws Exception {
        String ben = hub.member("Ben", "viewer", new Members().put("accounts", List.of(OTHER)));
        Fields export = done(ben, wish("csv"));

        assertThat(Files.readAllLines(taken(ben, export)))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("mail,");
        String path = "/api/exports/" + export.text("export_id");
        for (String way : List.of(path, path + "/file")) {
            assertThat(hub.console("GET", way, Optional.empty()).statusCode()).isEqualTo(404);
        }
        assertThat(hub.console("DELETE", path, Optional.empty()).statusCode()).isEqualTo(404);
        assertThat(ServedAlone.body(hub.console("GET", "/api/exports", Optional.empty()))
                        .objects("items"))
                .isEmpty();
        assertThat(hub.as(ben, "DELETE", path, Optional.empty()).statusCode()).isEqualTo(204);
        assertThat(ServedAlone.body(hub.as(ben, "/api/exports")).objects("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter|regoin = x|/filter|at character 1: there is no field 'regoin'; did you mean 'region'?",
                "fields|name,,|/fields|at character 6: a name is expected here, not ','",
                "sort|-nam|/sort|at character 2: there is no field 'nam'; did you mean 'name'?",
            })
    void refusesWhatItDoesNotUnderstandWithThePlace(String member, String text, String at, String why)
            throws IOException, InterruptedException {
        Members wish = new Members().put("format", "csv").put(member, text);
        HttpResponse<String> said = hub.console("POST", "/api/exports", Optional.of(wish));

        assertThat(said.statusCode()).isEqualTo(400);
        assertThat(ServedAlone.body(said).objects("violations"))
                .extracting(Fields::json)
                .containsExactly(new Members().put("at", at).put("why", why).json());
    }

    @Test
    void refusesWhatCannotBe() throws IOException, InterruptedException {
        var wishes = new LinkedHashMap<String, Members>();
        wishes.put("/format", new Members().put("format", "xlsx"));
        wishes.put(
                "only csv can begin with",
                new Members().put("format", "parquet").put("bom", true));
        wishes.put("is said twice", wish("csv").put("filter", "at -2d").put("at", "2026-03-01T13:00:00Z"));
        wishes.put("owner", wish("csv").put("owner", "ana"));
        for (var wished : wishes.entrySet()) {
            HttpResponse<String> said = hub.console("POST", "/api/exports", Optional.of(wished.getValue()));
            assertThat(said.statusCode()).isEqualTo(400);
            assertThat(said.body()).contains(wished.getKey());
        }
        assertThat(ServedAlone.body(hub.console("GET", "/api/exports", Optional.empty()))
                        .objects("items"))
                .isEmpty();
    }
}
