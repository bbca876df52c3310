package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.asking.Cells;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One resource of the demo's company: as it is and was, what became of it, and what it hangs together with. */
class ResourceCommandsTest {
    @TempDir
    private static Path folder;

    private static final String PROD = "111122223333";

    private static ServedDemo demo;

    @BeforeAll
    static void begin() {
        demo = ServedDemo.begin(folder);
    }

    @AfterAll
    static void end() {
        demo.close();
    }

    @Test
    void showsOneByWhateverNamesIt() {
        Fields byName = demo.told("resources", "show", "tracking-ingest", "--account", PROD);

        assertThat(demo.told("resources", "show", byName.text("arn")).json()).isEqualTo(byName.json());
        assertThat(demo.told("resources", "show", byName.text("uid")).json()).isEqualTo(byName.json());
        assertThat(demo.run("resources", "show", byName.text("uid")).out())
                .contains("AWS::Lambda::Function", byName.text("arn"), "first seen", "\"FunctionName\"");
    }

    @Test
    void drawsTheMapAsFarAsItIsOpened() {
        String closed = demo.run("topology").out();
        assertThat(closed)
                .containsPattern("(?m)^production +account +476 +1 +" + PROD)
                .contains("production -> shared-tools: trusts 1")
                .contains("production -> (an account that is not known: 999900001111): trusts 1")
                .contains("979 resources; not looked at: 6 areas");

        String open = demo.run("topology", "--expand", PROD + ",444455556666").out();
        assertThat(open).containsPattern("(?m)^  eu-west-1 +region +382 +" + PROD + "/eu-west-1");
        assertThat(demo.told("topology", "--depth", "region").objects("groups"))
                .filteredOn(group -> group.text("level").equals("region"))
                .hasSize(9);
    }

    @Test
    void saysWhichOnesAreMeantByAName() {
        Said said = demo.run("resources", "show", "default");

        assertThat(said.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(said.err()).contains("'default' does not name one resource", "AWS::EC2::SecurityGroup", "r1");
        assertThat(demo.run("resources", "show", "no-such-thing-anywhere").err())
                .contains("no resource answers to 'no-such-thing-anywhere'");
    }

    @Test
    void showsWhatIsGoneAsItWas() {
        String first = demo.looks().getFirst().plusSeconds(60).toString();

        String volume = demo.items("changes", "--kind", "deleted", "--type", "AWS::EC2::Volume")
                .getFirst()
                .text("uid");
        Fields row = demo.told("resources", "show", volume, "--at", first);

        assertThat(row.text("name")).isEqualTo("old-tracking-data");
        assertThat(demo.run("resources", "show", row.text("native_id")).code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(demo.items("resources", "changes", row.text("native_id"), "--at", first))
                .extracting(change -> change.text("kind"))
                .containsExactly("deleted");
    }

    @Test
    void tellsWhatBecameOfIt() {
        List<Fields> changes = demo.items("resources", "changes", "tracking-ingest", "--account", PROD);

        assertThat(changes).extracting(change -> change.text("kind")).containsExactly("changed");
        assertThat(demo.run("resources", "changes", "tracking-ingest", "--account", PROD)
                        .out())
                .contains(changes.getFirst().objects("fields").getFirst().text("path"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changes",
                "resources changes tracking-ingest --account 111122223333",
                "resources show tracking-ingest --account 111122223333",
                "find tracking-ingest",
                "coverage",
                "accounts list",
                "types"
            })
    void listsAreSpreadsheetsToo(String command) throws IOException, SQLException {
        List<List<String>> things = out(command, "ndjson")
                .lines()
                .map(line -> cells((Json.Obj) Json.parse(line)))
                .toList();
        List<List<String>> rows = read(Files.writeString(folder.resolve("list.csv"), out(command, "csv")));

        assertThat(things).isNotEmpty();
        assertThat(rows).hasSameSizeAs(things);
        for (int i = 0; i < things.size(); i++) {
            assertThat(rows.get(i)).containsAll(things.get(i));
        }
    }

    private static String out(String command, String form) {
        return demo.run((command + " --output " + form).split(" ")).out();
    }

    /** By a reader of another make. */
    private static List<List<String>> read(Path csv) throws SQLException {
        var read = new ArrayList<List<String>>();
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement();
                ResultSet rows = statement.executeQuery(
                        "FROM read_csv('%s', header = true, all_varchar = true, nullstr = 'no such text')"
                                .formatted(csv))) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= columns; column++) {
                    row.add(rows.getMetaData().getColumnName(column) + "=" + rows.getString(column));
                }
                read.add(row);
            }
        }
        return read;
    }

    private static List<String> cells(Json.Obj thing) {
        return thing.members().entrySet().stream()
                .map(member -> member.getKey() + "=" + Cells.text(member.getValue()))
                .toList();
    }

    @Test
    void tellsBothEndsOfItsRelations() {
        Fields relations = demo.told("resources", "relations", "tracking-ingest", "--account", PROD);
        Fields role = relations.objects("uses").stream()
                .filter(edge -> edge.text("rel").equals("runs-as"))
                .findFirst()
                .orElseThrow()
                .object("resource");

        assertThat(role.text("type")).isEqualTo("AWS::IAM::Role");
        assertThat(demo.told("resources", "relations", role.text("uid")).objects("used_by"))
                .filteredOn(edge -> edge.text("rel").equals("runs-as"))
                .extracting(edge -> edge.object("resource").text("name"))
                .contains("tracking-ingest");
        assertThat(demo.run("resources", "relations", role.text("uid")).out()).contains("pointed to by", "runs-as");
    }

    @Test
    void tellsWhatIsOtherBetweenTwoInstants() {
        String first = demo.looks().getFirst().plusSeconds(60).toString();
        String last = demo.looks().getLast().plusSeconds(60).toString();

        List<Fields> items = demo.items("diff", first, last);

        assertThat(items)
                .extracting(it -> it.text("kind") + " " + it.text("name"))
                .contains(
                        "created saltmarsh-courier-photos",
                        "changed tracking-ingest",
                        "deleted old-tracking-data",
                        "re-made portal-work",
                        "re-made supplier-access")
                .isSubsetOf(demo.items("changes").stream()
                        .map(it -> it.text("kind") + " " + it.text("name"))
                        .toList());
        assertThat(demo.items("diff", first, last, "--kind", "changed"))
                .hasSizeLessThan(items.size())
                .extracting(it -> it.text("kind"))
                .containsOnly("changed");
        assertThat(demo.run("diff", first, last).out()).contains("not seen in full at both instants");
        assertThat(demo.items(
                        "diff", last, demo.looks().getLast().plusSeconds(120).toString()))
                .isEmpty();
        assertThat(demo.run("diff", last, first).err()).contains("must be before");
    }

    /** What was not there to be looked at is not told as created. */
    @Test
    void tellsNothingOfWhatWasNeverSeenBefore() {
        String before = demo.looks().getFirst().minusSeconds(60).toString();
        String last = demo.looks().getLast().plusSeconds(60).toString();

        assertThat(demo.items("diff", before, last)).isEmpty();
        assertThat(demo.run("diff", before, last).out()).contains("never-scanned, then looked");
    }

    private static Fields impact(String... words) {
        return demo.told(Stream.concat(Stream.of("resources", "impact"), Stream.of(words))
                .toArray(String[]::new));
    }

    @Test
    void tellsWhatIsHitWhenItGoes() {
        String role = demo.told("resources", "relations", "tracking-ingest", "--account", PROD).objects("uses").stream()
                .filter(edge -> edge.text("rel").equals("runs-as"))
                .map(edge -> edge.text("to_uid"))
                .findFirst()
                .orElseThrow();

        Fields impact = impact(role);

        assertThat(impact.objects("items"))
                .filteredOn(hit -> hit.text("harm").equals("breaks") && hit.whole("depth") == 1)
                .extracting(hit -> hit.object("resource").text("name"))
                .contains("tracking-ingest");
        assertThat(impact.whole("areas_not_looked_at")).isPositive();
        assertThat(demo.run("resources", "impact", role).out())
                .contains("<- runs-as tracking-ingest", "resources are hit", "could not be looked at");
    }

    @Test
    void tellsAStrangerThatLosesItsWayIn() {
        Fields stranger =
                impact("supplier-access", "--account", PROD).objects("items").getFirst();

        assertThat(stranger.text("arn")).contains("999900001111");
        assertThat(stranger.object("account").flag("known")).isFalse();
        assertThat(stranger.text("harm")).isEqualTo("loses");
    }

    /** What goes is in sight; what is hit is in an account out of sight, and only counted. */
    @Test
    void tellsNoMoreThanTheCallerMaySee() {
        Fields whole = impact("quarterdeck-read", "--account", PROD);
        String uid = whole.object("resource").text("uid");

        try (HubClient viewer = demo.viewerOf(PROD)) {
            Fields told = viewer.get("/api/resources/" + uid + "/impact").fields();

            assertThat(whole.objects("items"))
                    .extracting(hit -> hit.object("resource").text("name"))
                    .containsExactly("quarterdeck-hub");
            assertThat(whole.whole("hidden")).isZero();
            assertThat(told.objects("items")).isEmpty();
            assertThat(told.whole("hidden")).isEqualTo(1);
            assertThat(told.json().text()).doesNotContain("quarterdeck-hub");
        }
    }
}
