package dev.quarterdeck.query.engine;

import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.kernel.Json;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Puts rows into a table of an engine, some thousands at a time: what was added is there once this is closed. */
public final class Filling implements AutoCloseable {
    /** Large enough for the engine to work on many at once, small enough to stay out of sight. */
    private static final int AT_ONCE = 10_000;

    private final Engine engine;
    private final Sheet sheet;
    private final String more;
    private final String incoming;
    private DuckDBAppender appender;
    private int waiting;

    /** {@code more} is an expression for the columns that nobody sees; {@code part} is what it may name. */
    public Filling(Engine engine, Sheet sheet, String more) {
        this.engine = engine;
        this.sheet = sheet;
        this.more = more;
        this.incoming = "incoming_" + sheet;
        engine.run("CREATE OR REPLACE TEMP TABLE %s (part VARCHAR, line JSON)".formatted(incoming));
        this.appender = appender();
    }

    private DuckDBAppender appender() {
        try {
            return engine.connection().unwrap(DuckDBConnection.class).createAppender("temp", "main", incoming);
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    public void add(String part, Json.Obj row) {
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
        engine.run("INSERT INTO %s %s".formatted(sheet, Tables.read(sheet, more, incoming)));
        engine.run("TRUNCATE " + incoming);
        waiting = 0;
    }

    @Override
    public void close() {
        store();
        engine.run("DROP TABLE temp." + incoming);
    }
}
