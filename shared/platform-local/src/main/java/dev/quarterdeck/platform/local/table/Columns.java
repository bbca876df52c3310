package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a row lies in the file. Text compares there as UTF-8 bytes, so that the order of keys is the engine's own. */
final class Columns {
    static final String ALL =
            "partition, sort, version, data, expires, first_partition, first_sort, second_partition, second_sort";

    static final String CREATE = """
            CREATE TABLE rows (
              partition TEXT NOT NULL,
              sort TEXT NOT NULL,
              version INTEGER NOT NULL,
              data TEXT NOT NULL,
              expires INTEGER,
              first_partition TEXT,
              first_sort TEXT,
              second_partition TEXT,
              second_sort TEXT,
              PRIMARY KEY (partition, sort)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX first ON rows (first_partition, first_sort) WHERE first_partition IS NOT NULL;
            CREATE INDEX second ON rows (second_partition, second_sort) WHERE second_partition IS NOT NULL;
            CREATE INDEX expiring ON rows (expires) WHERE expires IS NOT NULL;
            """;

    private Columns() {}

    /** The column of a place's partition is this with {@code _partition}, that of its sort key with {@code _sort}. */
    static String name(Index index) {
        return switch (index) {
            case FIRST -> "first";
            case SECOND -> "second";
        };
    }

    /** What the row says, as it lies there. */
    static String data(ResultSet result) throws SQLException {
        return result.getString(4);
    }

    static Row read(ResultSet result) throws SQLException {
        return read(result, data(result));
    }

    /** The row, whose data was read already. */
    static Row read(ResultSet result, String data) throws SQLException {
        var indexed = new EnumMap<Index, Key>(Index.class);
        place(result, 6).ifPresent(key -> indexed.put(Index.FIRST, key));
        place(result, 8).ifPresent(key -> indexed.put(Index.SECOND, key));
        return new Row(
                new Key(result.getString(1), result.getString(2)),
                result.getLong(3),
                (Json.Obj) Json.parse(data),
                indexed,
                expiry(result, 5));
    }

    private static Optional<Instant> expiry(ResultSet result, int column) throws SQLException {
        long seconds = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    private static Optional<Key> place(ResultSet result, int column) throws SQLException {
        @Nullable String partition = result.getString(column);
        return partition == null ? Optional.empty() : Optional.of(new Key(partition, result.getString(column + 1)));
    }

    static void bind(PreparedStatement insert, Row row) throws SQLException {
        insert.setString(1, row.key().partition());
        insert.setString(2, row.key().sort());
        insert.setLong(3, row.version());
        insert.setString(4, row.data().text());
        if (row.expires().isPresent()) {
            insert.setLong(5, row.expires().get().getEpochSecond());
        } else {
            insert.setNull(5, Types.INTEGER);
        }
        bind(insert, 6, row.indexed(), Index.FIRST);
        bind(insert, 8, row.indexed(), Index.SECOND);
    }

    private static void bind(PreparedStatement insert, int column, Map<Index, Key> indexed, Index index)
            throws SQLException {
        @Nullable Key place = indexed.get(index);
        insert.setString(column, place == null ? null : place.partition());
        insert.setString(column + 1, place == null ? null : place.sort());
    }
}
