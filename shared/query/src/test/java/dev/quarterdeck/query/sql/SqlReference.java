package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.query.engine.Tables;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people may query, as docs/sql.md tells it. */
final class SqlReference {
    private static final String VIEWS = """
            ## One view a type

            Each type of the catalog is a table too, with the columns of `resources`: `aws_ec2_instance` for `AWS::EC2::Instance`. One without resources is empty.

            ## Examples

            """;

    /** One question a query; each is run by a test. */
    record Example(String question, String sql) {}

    static final List<Example> EXAMPLES = List.of(
            new Example(
                    "How many resources of each type are there, and how many can anybody reach?",
                    "SELECT type, count(*) AS resources, count(*) FILTER (public = 'yes') AS public\nFROM resources GROUP BY type ORDER BY resources DESC"),
            new Example(
                    "Which machines are of an old generation?",
                    "SELECT account_name, region, name, config->>'$.InstanceType' AS kind\nFROM aws_ec2_instance WHERE kind SIMILAR TO '(t2|m4|c4|r4)[.].*'"),
            new Example(
                    "Which keys encrypt most?",
                    "SELECT k.name, k.account_name, count(*) AS uses\nFROM edges e JOIN aws_kms_key k ON k.uid = e.to_uid\nWHERE e.rel = 'encrypted-by' GROUP BY ALL ORDER BY uses DESC LIMIT 20"),
            new Example(
                    "Which tags are in use, and in how many accounts?",
                    "SELECT key, count(*) AS resources, count(DISTINCT account_id) AS accounts\nFROM (SELECT account_id, unnest(map_keys(tags)) AS key FROM resources) GROUP BY key ORDER BY resources DESC"),
            new Example(
                    "Where did nobody look, and why?",
                    "SELECT account_id, region, status, reason, missing_action, count(*) AS types\nFROM coverage WHERE status <> 'looked' GROUP BY ALL ORDER BY types DESC"),
            new Example(
                    "What points to something that is not there?",
                    "SELECT r.type, r.name, e.rel, e.to_arn\nFROM edges e JOIN resources r ON r.uid = e.from_uid WHERE e.dangling ORDER BY ALL LIMIT 100"));

    private SqlReference() {}

    static String markdown() {
        Limits usual = Limits.USUAL;
        return """
            # Queries in SQL

            `quarterdeck query --in DIR "SELECT …"` answers one SELECT in [DuckDB's SQL](https://duckdb.org/docs/stable/sql/introduction) over the tables below. It is run
            in a process of its own that has your rows and nothing else: no file, no network, no setting, no second statement. An answer has at most
            %,d rows; a query has %d seconds and %s of memory. For lists with a filter, [filters](filters.md) are shorter.

            """.formatted(usual.rows(), usual.time().toSeconds(), usual.memory())
                + Stream.of(Sheet.values()).map(SqlReference::table).collect(Collectors.joining())
                + VIEWS
                + EXAMPLES.stream().map(SqlReference::example).collect(Collectors.joining("\n"));
    }

    private static String table(Sheet sheet) {
        return Tables.of(sheet).stream()
                .map(column -> "| `%s` | %s | %s |\n".formatted(column.name(), column.type(), column.about()))
                .collect(Collectors.joining(
                        "", "## `%s`\n\n| column | type | |\n|---|---|---|\n".formatted(sheet), "\n"));
    }

    private static String example(Example example) {
        return "%s\n\n```sql\n%s\n```\n".formatted(example.question(), example.sql());
    }
}
