package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.demo.DemoWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the demo's company, from the command line; nobody serves its hub. */
class ExportCommandTest {
    private static final String FIELDS = "type,name,account_id,region,tags,config";

    @TempDir
    private static Path home;

    @BeforeAll
    static void scan() {
        DemoWorkspace.in(home.resolve(".quarterdeck"));
    }

    private static Said run(String... words) {
        return new Cli(home).run(words);
    }

    private static List<Json> listed(String filter) {
        Said said = run(
                "resources",
                "list",
                "--filter",
                filter,
                "--fields",
                FIELDS,
                "--sort",
                "type,-name",
                "--output",
                "ndjson");
        assertThat(said.code()).as(said.err()).isZero();
        return said.out().lines().map(Json::parse).toList();
    }

    private static Said export(String filter, String format, String out) {
        return run(
                "resources",
                "export",
                "--filter",
                filter,
                "--fields",
                FIELDS,
                "--sort",
                "type,-name",
                "--format",
                format,
                "--out",
                out);
    }

    private static long counted(String select) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet results = statement.executeQuery("SELECT count(*) " + select)) {
            results.next();
            return results.getLong(1);
        }
    }

    @Test
    void everyFormatHasWhatTheListHas() throws IOException, SQLException {
        String filter = "region = eu-west-1";
        List<Json> list = listed(filter);
        Path lines = home.resolve("some.ndjson");
        Path csv = home.resolve("some.csv");
        Path parquet = home.resolve("some.parquet");

        assertThat(export(filter, "ndjson", lines.toString()).code()).isZero();
        Said said = export(filter, "csv", csv.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(export(filter, "parquet", parquet.toString()).code()).isZero();

        assertThat(list).hasSizeGreaterThan(300);
        assertThat(said.err()).contains("%d resources".formatted(list.size()));
        assertThat(Files.readAllLines(lines).stream().map(Json::parse).toList()).isEqualTo(list);
        assertThat(counted("FROM read_csv('%s', header = true, all_varchar = true)".formatted(csv)))
                .isEqualTo(list.size());
        assertThat(counted(
                        "FROM '%s' p JOIN read_ndjson('%s', columns = {name: 'VARCHAR', type: 'VARCHAR', config: 'JSON'}) n "
                                        .formatted(parquet, lines)
                                + "ON p.name = n.name AND p.type = n.type AND p.config::VARCHAR = n.config::VARCHAR"))
                .isGreaterThanOrEqualTo(list.size());
    }

    /** A question kept under a name is asked by it, in lists and in files. */
    @Test
    void whatAViewSaysIsListedAndWritten() {
        Said made =
                run("views", "create", "queues", "--filter", "type = sqs:queue", "--fields", "name", "--sort", "-name");
        assertThat(made.code()).as(made.err()).isZero();

        Said list = run("resources", "list", "--view", "queues", "--output", "ndjson");
        Said file = run("resources", "export", "--view", "queues", "--format", "ndjson", "--out", "-");
        assertThat(list.out()).isNotEmpty().isEqualTo(file.out());
        assertThat(list.out().lines()).hasSameSizeAs(listed("type = sqs:queue"));
        assertThat(run("views", "update", "queues", "--filter", "name = nothing")
                        .code())
                .isZero();
        assertThat(run("resources", "list", "--view", "queues", "--output", "ndjson")
                        .out())
                .isEmpty();
        assertThat(run("views", "share", "queues").out()).contains("console, shared");
        assertThat(run("views", "list").out()).contains("queues", "name = nothing", "yes");
        assertThat(run("views", "delete", "queues").out()).contains("Deleted");
        assertThat(run("resources", "list", "--view", "queues").err()).contains("there is no view 'queues'");
    }

    @Test
    void nothingIsLeftInTheHub() {
        assertThat(export("type = sqs:queue", "ndjson", "-").code()).isZero();

        assertThat(home.resolve(".quarterdeck/objects/exports"))
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());
    }

    @Test
    void linesGoToStandardOutput() {
        Said said = export("type = sqs:queue", "ndjson", "-");

        assertThat(said.out().lines().map(Json::parse).toList()).isEqualTo(listed("type = sqs:queue"));
        assertThat(export("type = sqs:queue", "parquet", "-").code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void whatFailsLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(home.resolve("kept.csv"), "before");
        Said said = export("regoin = x", "csv", file.toString());

        assertThat(said.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(said.err()).contains("/filter at character 1: there is no field 'regoin'; did you mean 'region'?");
        assertThat(file).hasContent("before");
        assertThat(run("resources", "export", "--format", "parquet", "--bom", "--out", file.toString())
                        .code())
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(export(
                                "type = sqs:queue",
                                "csv",
                                home.resolve("no/such/folder.csv").toString())
                        .err())
                .contains("cannot be written");
    }
}
