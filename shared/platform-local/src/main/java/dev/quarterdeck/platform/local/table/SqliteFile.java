package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.platform.local.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The file itself: made, checked, locked, connected to, copied. */
final class SqliteFile implements AutoCloseable {
    /** Stands in the file's header and says whose it is: {@code QDCK}. */
    static final int APPLICATION = 0x5144434b;

    /** How rows lie in the file; what the rows mean has versions of its own. */
    static final int LAYOUT = 1;

    private final Path path;
    private final FileLease lease;

    private SqliteFile(Path path, FileLease lease) {
        this.path = path;
        this.lease = lease;
    }

    static SqliteFile open(Path path) {
        FileLease lease = FileLease.take(path);
        try {
            var file = new SqliteFile(path, lease);
            Header.check(path);
            if (!Files.exists(path)) {
                file.make();
            }
            integrity(path, "PRAGMA journal_mode = WAL", "BEGIN IMMEDIATE", "ROLLBACK"); // a copy has another mode
            return file;
        } catch (IOException e) {
            lease.close();
            throw Trouble.unavailable("The store '%s' cannot be read or made: %s.".formatted(path, Disk.why(e)));
        } catch (SQLException e) {
            lease.close();
            throw Trouble.of(e, path);
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    Connection connectToWrite() throws SQLException {
        return connect(path, "PRAGMA synchronous = FULL", "PRAGMA journal_size_limit = 67108864");
    }

    Connection connectToRead() throws SQLException {
        return connect(path, "PRAGMA query_only = ON");
    }

    static void copy(Path path, Path target) {
        try {
            Disk.createForOwner(target);
        } catch (IOException e) {
            throw Trouble.unavailable("'%s' cannot be written: %s.".formatted(target, Disk.why(e)));
        }
        try (Connection connection = connect(path);
                var copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toUri().toString());
            copy.execute();
        } catch (SQLException e) {
            throw Trouble.of(e, target);
        }
    }

    @Override
    public void close() {
        lease.close();
    }

    /** Made apart and then moved into place: a crash leaves no half-made store. */
    private void make() throws IOException, SQLException {
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Disk.createForOwner(draft);
        connect(
                        draft,
                        "PRAGMA application_id = " + APPLICATION,
                        "PRAGMA user_version = " + LAYOUT,
                        "PRAGMA journal_mode = WAL",
                        Columns.CREATE)
                .close();
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reads the whole file; first does what else the caller wants to know is possible. */
    static void integrity(Path path, String... first) {
        try (Connection connection = connect(path, first);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!result.next() || !"ok".equals(result.getString(1))) {
                throw Trouble.damaged(path);
            }
        } catch (SQLException e) {
            throw Trouble.of(e, path);
        }
    }

    private static Connection connect(Path path, String... settings) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path.toUri());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            for (String setting : settings) {
                statement.executeUpdate(setting);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
