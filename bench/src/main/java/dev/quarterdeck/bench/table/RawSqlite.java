package dev.quarterdeck.bench.table;

import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * SQLite by its own statements on the same file with the same settings, prepared once: reads give texts that nobody
 * parses, each write is a transaction. A connection a thread to read, one for all to write.
 */
final class RawSqlite implements Subject {
    private static final String COLUMNS =
            "partition, sort, version, data, expires, first_partition, first_sort, second_partition, second_sort";

    private final ThreadLocal<Reading> reading;
    private final Connection writing;
    private final PreparedStatement put;

    private RawSqlite(Path file) throws SQLException {
        this.reading = ThreadLocal.withInitial(() -> Reading.open(file));
        this.writing = connect(file);
        this.put = writing.prepareStatement(
                "INSERT OR REPLACE INTO rows (" + COLUMNS + ") VALUES (?, ?, ?, ?, NULL, ?, ?, NULL, NULL)");
    }

    static RawSqlite open(Path file) throws SQLException {
        return new RawSqlite(file);
    }

    private static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA synchronous = FULL");
        }
        return connection;
    }

    /** One thread's connection and statements. */
    private record Reading(PreparedStatement get, PreparedStatement query, PreparedStatement queryIndex) {
        static Reading open(Path file) {
            try {
                Connection connection = connect(file);
                String select = "SELECT " + COLUMNS + " FROM rows WHERE ";
                return new Reading(
                        connection.prepareStatement(select + "partition = ? AND sort = ?"),
                        connection.prepareStatement(select + "partition = ? ORDER BY sort LIMIT 100"),
                        connection.prepareStatement(select + "first_partition = ? ORDER BY first_sort LIMIT 100"));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public int get(int number) throws SQLException {
        Key key = Sample.key(number);
        PreparedStatement get = reading.get().get();
        get.setString(1, key.partition());
        get.setString(2, key.sort());
        return read(get);
    }

    @Override
    public int query(int partition) throws SQLException {
        PreparedStatement query = reading.get().query();
        query.setString(1, Sample.key(partition * Sample.IN_PARTITION).partition());
        return read(query);
    }

    @Override
    public int queryIndex(int partition) throws SQLException {
        PreparedStatement query = reading.get().queryIndex();
        query.setString(1, Sample.indexed(partition * Sample.IN_PARTITION));
        return read(query);
    }

    private static int read(PreparedStatement statement) throws SQLException {
        int length = 0;
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                for (int column = 1; column <= 9; column++) {
                    String text = result.getString(column);
                    length += text == null ? 0 : text.length();
                }
            }
        }
        return length;
    }

    @Override
    public void put(int number, long version) throws SQLException {
        Row row = Sample.row(number, version);
        Key place = row.indexed().getOrDefault(Index.FIRST, row.key());
        synchronized (writing) {
            put.setString(1, row.key().partition());
            put.setString(2, row.key().sort());
            put.setLong(3, row.version());
            put.setString(4, row.data().text());
            put.setString(5, place.partition());
            put.setString(6, place.sort());
            put.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        writing.close();
    }
}
