package dev.quarterdeck.query.engine;

import dev.quarterdeck.inventory.asking.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** A database that reaches nothing outside of it and whose settings nobody can change. */
public final class Engine implements AutoCloseable {
    /** Each time its log goes into its file what is not full yet is packed anew: not every few thousand rows. */
    private static final String LOG = "128MB";

    private final Connection connection;
    private final Optional<Path> outlet;

    private Engine(Connection connection, Optional<Path> outlet) {
        this.connection = connection;
        this.outlet = outlet;
    }

    /** {@code memory} is what it may take for itself, such as {@code 1GB}. */
    public static Engine open(String memory, int threads) {
        Properties settings = settings(memory, threads);
        settings.setProperty("temp_directory", "");
        return at("", settings, Optional.empty());
    }

    /**
     * One for more rows than it may take memory for: it keeps them in a file that nobody else knows, and in a folder beside
     * it. Into another folder beside it files can be written, and nowhere else.
     */
    public static Engine beside(Path file, String memory, int threads) {
        Path outlet = Path.of(file + ".out").toAbsolutePath();
        Properties settings = settings(memory, threads);
        settings.setProperty("temp_directory", file + ".spill");
        settings.setProperty("checkpoint_threshold", LOG);
        settings.setProperty(
                "allowed_directories", "['%s/']".formatted(outlet.toString().replace("'", "''")));
        return at(file.toString(), settings, Optional.of(outlet));
    }

    private static Engine at(String place, Properties settings, Optional<Path> outlet) {
        try {
            var engine = new Engine(new DuckDBDriver().connect("jdbc:duckdb:" + place, settings), outlet);
            for (String macro : Readers.MACROS) {
                engine.run("CREATE MACRO " + macro);
            }
            return engine;
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    private static Properties settings(String memory, int threads) {
        var settings = new Properties();
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        settings.setProperty("memory_limit", memory);
        settings.setProperty("threads", String.valueOf(threads));
        settings.setProperty("enable_external_access", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("allow_unsigned_extensions", "false");
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("lock_configuration", "true");
        return settings;
    }

    public void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    /** How many rows it was about. */
    public long change(Fragment change) {
        try (PreparedStatement statement = prepare(change)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    private PreparedStatement prepare(Fragment fragment) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(fragment.sql());
        for (int i = 0; i < fragment.values().size(); i++) {
            statement.setObject(i + 1, fragment.values().get(i));
        }
        return statement;
    }

    /** What takes the rows of an answer, one after the other. */
    public interface Rows<T> {
        T read(Answer answer) throws SQLException;
    }

    public <T> T ask(Fragment query, Rows<T> rows) {
        try (PreparedStatement statement = prepare(query);
                ResultSet results = statement.executeQuery()) {
            return rows.read(new Answer(results));
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    /** Asks somebody's own query, and stops it when its time is up. */
    public <T> T askWithin(Duration time, String sql, Rows<T> rows) {
        try (Statement statement = connection.createStatement()) {
            Thread watch = Thread.ofVirtual().start(() -> stop(statement, time));
            try (ResultSet results = statement.executeQuery(sql)) {
                return rows.read(new Answer(results));
            } finally {
                watch.interrupt();
            }
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    private static void stop(Statement statement, Duration time) {
        try {
            Thread.sleep(time);
            statement.cancel();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // answered in time
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    /** A second hand on the same database, for another thread, that sees its rows as they are now until it is closed. */
    public Engine snapshot() {
        try {
            var hand = new Engine(connection.unwrap(DuckDBConnection.class).duplicate(), outlet);
            hand.run("BEGIN");
            hand.run("FROM %s LIMIT 0".formatted(Sheet.RESOURCES)); // only a first read fixes what is seen
            return hand;
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    /** A file that does not exist yet, and that can be written. */
    public Path fresh(String ending) throws IOException {
        Path folder = outlet.orElseThrow(() -> new IllegalStateException("an engine without a file writes none"));
        return Files.createDirectories(folder).resolve("%s.%s".formatted(UUID.randomUUID(), ending));
    }

    Connection connection() {
        return connection;
    }

    /** Makes a table of the name people know, with columns that nobody sees in front. */
    public void create(Sheet sheet, String more) {
        run(Tables.create(sheet, more));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }
}
