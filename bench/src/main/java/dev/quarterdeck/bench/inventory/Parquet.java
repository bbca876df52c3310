package dev.quarterdeck.bench.inventory;

import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.query.engine.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/** The peer: plain DuckDB over the same rows in one Parquet file, asked what a list asks, in SQL written by hand. */
final class Parquet implements AutoCloseable {
    private final Connection connection;
    private final Path file;

    private Parquet(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    /** Makes the file of what any tool reads from the workspace's objects, unless it is there. */
    static Parquet open(Path folder, Path objects, int threads) throws SQLException {
        var settings = new Properties();
        settings.setProperty("threads", String.valueOf(threads));
        var parquet = new Parquet(new DuckDBDriver().connect("jdbc:duckdb:", settings), folder.resolve("rows.parquet"));
        if (!Files.exists(parquet.file)) {
            parquet.run("COPY (SELECT * FROM read_json('%s/looks/**/rows.ndjson.zst', format = 'newline_delimited',"
                            .formatted(objects)
                    + " compression = 'zstd', columns = {%s})) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                            .formatted(columns(), parquet.file));
        }
        return parquet;
    }

    private static String columns() {
        return Tables.of(Sheet.RESOURCES).stream()
                .map(column -> "\"%s\": '%s'".formatted(column.name(), column.type()))
                .collect(Collectors.joining(", "));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The count, the facets and the first page of what answers yes to a condition; returns how many were counted. */
    long list(String condition, List<String> facets, int page) throws SQLException {
        String rows = "FROM '%s' WHERE %s".formatted(file, condition);
        for (String facet : facets) {
            read("SELECT \"%s\" AS value, count(*) AS number %s GROUP BY value ORDER BY number DESC LIMIT 50"
                    .formatted(facet, rows));
        }
        read("SELECT uid, name, type, account_id, region, state, tags %s ORDER BY name, uid LIMIT %d"
                .formatted(rows, page));
        return read("SELECT count(*) FROM (SELECT 1 %s LIMIT 10001)".formatted(rows));
    }

    /** The first value, after all others were read too. */
    private long read(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            long first = 0;
            while (results.next()) {
                for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                    Object value = results.getObject(i);
                    first = value instanceof Long number ? number : first;
                }
            }
            return first;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
