package dev.quarterdeck.platform.local.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked, SQLite walks one range of one index, in order: it never scans and never sorts. */
class SelectionTest {
    private static final List<Query.Range> RANGES =
            List.of(Query.Range.ALL, new Query.Range.Between("a", "b"), new Query.Range.StartsWith("a"));

    private static Connection connection;

    @BeforeAll
    static void make(@TempDir Path folder) throws SQLException {
        SqliteTable.open(folder.resolve("hub.db"), Clock.systemUTC()).close();
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("hub.db"));
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    static Stream<Query> queries() {
        var queries = new ArrayList<Query>();
        for (Query.Range range : RANGES) {
            queries.add(Query.of("p").within(range));
            for (Index index : Index.values()) {
                queries.add(Query.of(index, "p").within(range));
            }
        }
        return queries.stream()
                .flatMap(query -> Stream.of(query, query.from(cursor(query))))
                .flatMap(query -> Stream.of(query, query.newestFirst()));
    }

    private static Cursor cursor(Query query) {
        var place = new Key("p", "aa");
        return new Cursor(place, query.index().map(_ -> place));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void walksOneRangeOfOneIndex(Query query) throws SQLException {
        String index = query.index()
                .map(some -> "INDEX " + Columns.name(some) + " (" + Columns.name(some) + "_partition=?")
                .orElse("PRIMARY KEY (partition=?");
        assertThat(plan(Selection.of(query))).singleElement().asString().startsWith("SEARCH rows USING " + index);
    }

    private static List<String> plan(Selection selection) throws SQLException {
        var plan = new ArrayList<String>();
        try (var statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + selection.sql())) {
            for (int i = 0; i < selection.values().size(); i++) {
                statement.setObject(i + 1, selection.values().get(i));
            }
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    plan.add(Optional.ofNullable(result.getString("detail")).orElse(""));
                }
            }
        }
        return plan;
    }
}
