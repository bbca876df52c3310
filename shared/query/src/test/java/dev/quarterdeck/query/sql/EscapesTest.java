package dev.quarterdeck.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.query.engine.Patience;
import dev.quarterdeck.query.lists.Estate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways out of the sandbox that people know of: all are refused, and the file that many ask for is never made or read. */
class EscapesTest {
    @TempDir
    private static Path folder;

    private static Path secret;
    private static Sandbox sandbox;
    private static Sandbox hasty;

    @BeforeAll
    static void open() throws IOException {
        secret = Files.writeString(folder.resolve("secret.csv"), "canary\n1\n");
        sandbox = open(Duration.ofMinutes(1));
        hasty = open(Duration.ofMillis(300));
    }

    private static Sandbox open(Duration time) {
        var fresh = new Sandbox(
                new Limits(1_000, 1_000_000, time, "128MB", Patience.ENDLESS),
                new Tabled(Sheet.OF_ONE_LOOK, ChildProcess.TYPES));
        fresh.fill(Estate.RECORDED, Sheet.OF_ONE_LOOK);
        return fresh;
    }

    @AfterAll
    static void close() {
        sandbox.close();
        hasty.close();
    }

    private static SqlAnswer ask(String sql) {
        return sandbox.objection(sql).<SqlAnswer>map(SqlAnswer.Refused::new).orElseGet(() -> sandbox.ask(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // other statements
                "COPY resources TO '{out}'",
                "COPY (SELECT 1) TO '{out}' (FORMAT parquet)",
                "COPY resources FROM '{in}'",
                "EXPORT DATABASE '{out}'",
                "IMPORT DATABASE '{in}'",
                "ATTACH '{out}' AS other",
                "ATTACH ':memory:' AS other",
                "DETACH memory",
                "USE temp",
                "INSTALL httpfs",
                "LOAD httpfs",
                "LOAD '{in}'",
                "FORCE INSTALL spatial FROM community",
                "UPDATE EXTENSIONS",
                "PRAGMA database_list",
                "PRAGMA version",
                "SET memory_limit = '100GB'",
                "SET lock_configuration = false",
                "SET enable_external_access = true",
                "RESET ALL",
                "SET VARIABLE x = 1",
                "CREATE TABLE t AS SELECT 1",
                "CREATE TEMP TABLE t (x INT)",
                "CREATE VIEW v AS SELECT 1",
                "CREATE MACRO m() AS 1",
                "CREATE SECRET s (TYPE s3)",
                "CREATE SEQUENCE s",
                "CREATE TYPE e AS ENUM ('a')",
                "INSERT INTO resources (uid) VALUES ('x')",
                "UPDATE resources SET name = 'x'",
                "DELETE FROM resources",
                "TRUNCATE resources",
                "MERGE INTO resources USING edges ON FALSE WHEN NOT MATCHED THEN INSERT (uid) VALUES ('x')",
                "DROP TABLE resources",
                "ALTER TABLE resources ADD COLUMN x INT",
                "BEGIN",
                "COMMIT",
                "CHECKPOINT",
                "VACUUM",
                "ANALYZE",
                "PREPARE p AS SELECT 1",
                "EXECUTE p",
                "CALL pragma_version()",
                "EXPLAIN ANALYZE SELECT 1",
                "SHOW TABLES",
                "DESCRIBE resources",
                "SUMMARIZE resources",
                // more than one statement, and comments that hide the second
                "SELECT 1; SELECT 2",
                "SELECT 1; DROP TABLE resources",
                "SELECT 1 /* ; */; COPY resources TO '{out}'",
                "SELECT 1; -- nothing\nCOPY resources TO '{out}'",
                "/* SELECT */ COPY resources TO '{out}' -- SELECT",
                "-- SELECT 1\nDELETE FROM resources",
                "SELECT ';'; COPY resources TO '{out}'",
                "",
                " ; ",
                "-- only words",
                // files, by function and by name
                "SELECT * FROM read_csv('{in}')",
                "SELECT * FROM read_csv_auto('{in}')",
                "SELECT * FROM READ_TEXT('{in}')",
                "SELECT * FROM read_blob('{in}')",
                "SELECT * FROM read_json('{in}')",
                "SELECT * FROM read_ndjson_objects('{in}')",
                "SELECT * FROM read_parquet('{in}')",
                "SELECT * FROM parquet_metadata('{in}')",
                "SELECT * FROM sniff_csv('{in}')",
                "SELECT * FROM glob('{folder}/*')",
                "SELECT * FROM '{in}'",
                "SELECT * FROM \"{in}\"",
                "FROM '{in}'",
                "SELECT (SELECT count(*) FROM read_csv('{in}'))",
                "WITH x AS (SELECT * FROM read_text('{in}')) SELECT * FROM x",
                "SELECT * FROM resources, LATERAL (SELECT * FROM read_text('{in}'))",
                "SELECT * FROM resources WHERE name IN (SELECT content FROM read_text('/etc/passwd'))",
                "SELECT * FROM read_csv('https://example.com/x.csv')",
                "SELECT * FROM 's3://bucket/x.parquet'",
                "SELECT * FROM query('SELECT * FROM read_text(''{in}'')')",
                "SELECT * FROM query_table('resources')",
                "SELECT * FROM system.main.read_text('{in}')",
                "PIVOT read_csv('{in}') ON canary USING count(*)",
                "SELECT 1 UNION ALL SELECT canary FROM '{in}'",
                // the engine and its surroundings
                "SELECT getenv('HOME')",
                "SELECT current_setting('memory_limit')",
                "SELECT getvariable('x')",
                "SELECT * FROM duckdb_settings()",
                "SELECT * FROM duckdb_settings",
                "SELECT * FROM duckdb_secrets()",
                "SELECT * FROM duckdb_extensions()",
                "SELECT * FROM duckdb_logs",
                "SELECT * FROM pragma_database_size()",
                "SELECT * FROM information_schema.tables",
                "SELECT * FROM pg_catalog.pg_settings",
                "SELECT * FROM sqlite_master",
                "SELECT * FROM temp.main.incoming",
                "SELECT * FROM which_secret('s3://x', 's3')",
                "SELECT json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
                "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
                "SELECT json_serialize_plan('SELECT * FROM read_text(''{in}'')')",
                "SELECT write_log('x')",
                "SELECT nextval('s')"
            })
    void isRefused(String attempt) {
        Path out = folder.resolve("out");
        String sql = attempt.replace("{out}", out.toString())
                .replace("{in}", secret.toString())
                .replace("{folder}", folder.toString());

        assertThat(ask(sql)).as(sql).isInstanceOf(SqlAnswer.Refused.class);

        assertThat(out).doesNotExist();
        assertThat(ask("SELECT count(*) FROM resources"))
                .as("the rows are untouched")
                .isEqualTo(counted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM range(100000) a, range(100000) b, range(100000) c",
                "WITH RECURSIVE bomb(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM bomb) SELECT count(*) FROM bomb",
                "WITH RECURSIVE bomb(x) AS (SELECT 'x' UNION ALL SELECT x || x FROM bomb) SELECT max(length(x)) FROM bomb",
                "SELECT list(a.range) FROM range(100000000) a",
                "SELECT string_agg(repeat('x', 1000), '') FROM range(10000000)",
                "SELECT * FROM range(1000000000000) ORDER BY random()",
                "SELECT a.uid FROM resources a, resources b, resources c, resources d, resources e, resources f ORDER BY hash(a.uid || f.uid)"
            })
    void isStopped(String attempt) {
        assertThat(hasty.objection(attempt)).isEmpty();

        assertThat(hasty.ask(attempt)).as(attempt).isInstanceOf(SqlAnswer.Refused.class);
    }

    private static SqlAnswer counted() {
        return ask("SELECT %d AS \"count_star()\""
                .formatted(Estate.RECORDED.resources().size()));
    }

    @Test
    void answersAreCutWhereTheyGrowTooLong() {
        var many = (SqlAnswer.Rows) ask("SELECT * FROM range(1000000)");
        assertThat(many.rows()).hasSize(1_000);
        assertThat(many.cut()).isTrue();

        var large = (SqlAnswer.Rows) ask("SELECT repeat('x', 100000) FROM range(100)");
        assertThat(large.rows()).hasSizeLessThan(10);
        assertThat(large.cut()).isTrue();
    }
}
