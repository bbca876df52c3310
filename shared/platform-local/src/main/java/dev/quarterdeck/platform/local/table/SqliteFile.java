package dev.quarterdeck.platform.local.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;

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
            file.check();
            return file;
        } catch (IOException e) {
            lease.close();
            throw Trouble.unavailable("The store '%s' cannot be read or made: %s.".formatted(path, e));
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

    void copyTo(Path target) {
        try {
            createForOwner(target);
        } catch (IOException e) {
            throw Trouble.unavailable("'%s' cannot be written: %s.".formatted(target, e));
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
        createForOwner(draft);
        connect(
                        draft,
                        "PRAGMA application_id = " + APPLICATION,
                        "PRAGMA user_version = " + LAYOUT,
                        "PRAGMA journal_mode = WAL",
                        Columns.CREATE)
                .close();
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void createForOwner(Path path) throws IOException {
        Files.createFile(path);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    path, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        }
    }

    private void check() throws SQLException {
        try (Connection connection = connect(path, "BEGIN IMMEDIATE", "ROLLBACK");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!result.next() || !"ok".equals(result.getString(1))) {
                throw Trouble.damaged(path);
            }
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
