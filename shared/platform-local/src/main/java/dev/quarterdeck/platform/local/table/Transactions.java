package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Limits;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Transactions on the one writing connection. Each is judged in full before its first change is made, so that a refusal
 * has nothing to undo, whatever else goes into the same commit.
 */
final class Transactions implements AutoCloseable {
    private static final String PUT =
            "INSERT OR REPLACE INTO rows (" + Columns.ALL + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REMOVE_EXPIRED = """
            DELETE FROM rows WHERE (partition, sort) IN (
              SELECT partition, sort FROM rows WHERE expires IS NOT NULL AND expires <= ? LIMIT ?)""";

    private final Connection connection;
    private final Clock clock;
    private final Reader reader;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement put;
    private final PreparedStatement delete;
    private final PreparedStatement removeExpired;

    Transactions(Connection connection, Clock clock) throws SQLException {
        this.connection = connection;
        this.clock = clock;
        this.reader = new Reader(connection);
        this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
        this.commit = connection.prepareStatement("COMMIT");
        this.put = connection.prepareStatement(PUT);
        this.delete = connection.prepareStatement("DELETE FROM rows WHERE partition = ? AND sort = ?");
        this.removeExpired = connection.prepareStatement(REMOVE_EXPIRED);
    }

    void begin() throws SQLException {
        begin.execute();
    }

    void commit() throws SQLException {
        commit.execute();
    }

    Written write(List<Write> writes) throws SQLException {
        Instant now = clock.instant();
        var refused = new HashSet<Key>();
        var changes = new ArrayList<Change>();
        for (Write write : writes) {
            Optional<Row> row = reader.get(write.key()).filter(some -> !some.gone(now));
            if (Judgement.allows(write, row)) {
                changes.add(Change.of(write, row));
            } else {
                refused.add(write.key());
            }
        }
        return refused.isEmpty() ? make(changes) : new Written.Refused(refused);
    }

    private Written make(List<Change> changes) throws SQLException {
        for (Change change : changes) {
            if (change instanceof Change.To(var row) && Limits.size(row) > Limits.ROW) {
                return new Written.TooLarge("row", Limits.size(row), Limits.ROW);
            }
        }
        for (Change change : changes) {
            switch (change) {
                case Change.To(var row) -> put(row);
                case Change.Gone(var key) -> delete(key);
                case Change.None _ -> {}
            }
        }
        return Written.Done.VALUE;
    }

    private void put(Row row) throws SQLException {
        Columns.bind(put, row);
        put.executeUpdate();
    }

    private void delete(Key key) throws SQLException {
        delete.setString(1, key.partition());
        delete.setString(2, key.sort());
        delete.executeUpdate();
    }

    int removeExpired(int most) throws SQLException {
        removeExpired.setLong(1, clock.instant().getEpochSecond());
        removeExpired.setInt(2, most);
        return removeExpired.executeUpdate();
    }

    boolean limitTo(int pages) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute("PRAGMA max_page_count = " + pages);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
