package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads through one connection, one thread at a time. Its statements are prepared once. */
final class Reader implements AutoCloseable {
    private static final int PAGE_BYTES = 1024 * 1024;

    private final Connection connection;
    private final PreparedStatement get;
    private final Map<String, PreparedStatement> queries = new HashMap<>();

    Reader(Connection connection) throws SQLException {
        this.connection = connection;
        this.get = connection.prepareStatement("SELECT " + Columns.ALL + " FROM rows WHERE partition = ? AND sort = ?");
    }

    /** The row as it lies there, expired or not. */
    Optional<Row> get(Key key) throws SQLException {
        get.setString(1, key.partition());
        get.setString(2, key.sort());
        try (ResultSet result = get.executeQuery()) {
            return result.next() ? Optional.of(Columns.read(result)) : Optional.empty();
        }
    }

    /** Reads up to the query's limit or a megabyte; what has expired counts, as it costs the same to pass over. */
    Page query(Query query, Instant now) throws SQLException {
        var rows = new ArrayList<Row>();
        int seen = 0;
        long bytes = 0;
        Optional<Row> last = Optional.empty();
        try (ResultSet result = execute(Selection.of(query))) {
            while (bytes < PAGE_BYTES && result.next()) {
                String data = Columns.data(result);
                Row row = Columns.read(result, data);
                last = Optional.of(row);
                seen++;
                bytes += data.length();
                if (!row.gone(now)) {
                    rows.add(row);
                }
            }
        }
        boolean more = seen == query.limit() || bytes >= PAGE_BYTES;
        return new Page(rows, last.filter(_ -> more).map(row -> cursor(query, row)));
    }

    boolean isEmpty() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT 1 FROM rows LIMIT 1")) {
            return !result.next();
        }
    }

    private static Cursor cursor(Query query, Row row) {
        return new Cursor(row.key(), query.index().map(index -> row.indexed().get(index)));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private ResultSet execute(Selection selection) throws SQLException {
        PreparedStatement statement = queries.get(selection.sql());
        if (statement == null) {
            statement = connection.prepareStatement(selection.sql());
            queries.put(selection.sql(), statement);
        }
        for (int i = 0; i < selection.values().size(); i++) {
            statement.setObject(i + 1, selection.values().get(i));
        }
        return statement.executeQuery();
    }
}
