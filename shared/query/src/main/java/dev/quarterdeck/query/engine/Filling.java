package dev.quarterdeck.query.engine;

import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.kernel.Json;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Puts rows into the tables of an engine, some thousands at a time. */
public final class Filling implements AutoCloseable {
    /** Large enough for the engine to work on many at once, small enough to stay out of sight. */
    private static final int AT_ONCE = 20_000;

    private final Engine engine;
    private final Sheet sheet;
    private final String more;
    private DuckDBAppender appender;
    private int waiting;

    /** {@code more} is an expression for the columns that nobody sees; {@code part} is what it may name. */
    private Filling(Engine engine, Sheet sheet, String more) {
        this.engine = engine;
        this.sheet = sheet;
        this.more = more;
        engine.run("CREATE OR REPLACE TEMP TABLE incoming (part VARCHAR, line JSON)");
        this.appender = appender();
    }

    public static void fill(Engine engine, Sheet sheet, String more, RowSource source, String part) {
        try (var filling = new Filling(engine, sheet, more)) {
            source.rows(part, sheet, row -> filling.add(part, row));
        }
    }

    private DuckDBAppender appender() {
        try {
            return engine.connection().unwrap(DuckDBConnection.class).createAppender("temp", "main", "incoming");
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    private void add(String part, Json.Obj row) {
        try {
            appender.beginRow();
            appender.append(part);
            appender.append(row.text());
            appender.endRow();
        } catch (SQLException e) {
            throw new EngineException(e);
        }
        if (++waiting == AT_ONCE) {
            store();
            appender = appender();
        }
    }

    private void store() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw new EngineException(e);
        }
        engine.run("INSERT INTO %s %s".formatted(sheet, Tables.read(sheet, more, "incoming")));
        engine.run("TRUNCATE incoming");
        waiting = 0;
    }

    @Override
    public void close() {
        store();
    }
}
