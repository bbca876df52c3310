package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.SqlSchema;
import java.util.List;
import java.util.stream.Collectors;

/** What people may query, as docs/sql.md tells it. */
final class SqlReference {
    private static final String VIEWS = """
            ## One view a type

            Each type of the catalog is a table too, with the columns of `resources`: `aws_ec2_instance` for `AWS::EC2::Instance`. One without resources is empty.

            """;

    private SqlReference() {}

    static String markdown() {
        Limits usual = Limits.USUAL;
        SqlSchema schema = new Tabled(Sheet.ALL, List.of()).schema();
        return """
            # Queries in SQL

            `quarterdeck query "SELECT …"` and `POST /api/query` answer one SELECT in [DuckDB's SQL](https://duckdb.org/docs/stable/sql/introduction) over the
            tables below; `GET /api/query/schema` has them for programs. A query runs in a process of its own that has the rows you may see and nothing else: no
            file, no network, no setting, no second statement. An answer has at most %,d rows; a query has %d seconds (%d in a deployed hub) and %s of memory.
            `--in DIR` asks a folder that `scan --out` wrote: it holds one look, so there `accounts` and `changes` are not there.
            For lists with a filter, [filters](filters.md) are shorter. This page is written by `scripts/references`.

            DuckDB's `->` and `->>` bind loosely: beside `AND`, `=` or `IS` they want parentheses, as `(config->>'$.Engine') = 'mysql'`.

            """.formatted(
                                usual.rows(),
                                usual.time().toSeconds(),
                                Limits.OF_A_FUNCTION.time().toSeconds(),
                                usual.memory())
                + schema.tables().stream().map(SqlReference::table).collect(Collectors.joining())
                + VIEWS
                + schema.absent().stream()
                        .map(table -> "| `%s` | %s |\n".formatted(table.name(), table.why()))
                        .collect(Collectors.joining(
                                "", "## What is not there\n\n| table | |\n|---|---|\n", "\n## Examples\n\n"))
                + schema.examples().stream().map(SqlReference::example).collect(Collectors.joining("\n"));
    }

    private static String table(SqlSchema.Table table) {
        return table.columns().stream()
                .map(column -> "| `%s` | %s | %s |\n".formatted(column.name(), column.type(), column.about()))
                .collect(Collectors.joining(
                        "", "## `%s`\n\n| column | type | |\n|---|---|---|\n".formatted(table.name()), "\n"));
    }

    private static String example(SqlSchema.Example example) {
        return "%s\n\n```sql\n%s\n```\n".formatted(example.question(), example.sql());
    }
}
