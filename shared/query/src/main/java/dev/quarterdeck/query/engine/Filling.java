package dev.quarterdeck.query.engine;

import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.SqlSchema.Column;
import dev.quarterdeck.kernel.Json;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Puts rows into a table of an engine, some thousands at a time: what was added is there once this is closed. */
public final class Filling implements AutoCloseable {
    /** Large enough for the engine to work on many at once, small enough to stay out of sight. */
    private static final int AT_ONCE = 10_000;

    private final List<Column> columns;
    private final List<Cell> cells;
    private final DuckDBAppender appender;
    private int waiting;

    public Filling(Engine engine, Sheet sheet) {
        this.columns = Tables.of(sheet);
        this.cells = columns.stream().map(Cell::of).toList();
        try {
            this.appender = engine.connection()
                    .unwrap(DuckDBConnection.class)
                    .createAppender(DuckDBConnection.DEFAULT_SCHEMA, sheet.toString());
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    /** A row, with texts and numbers for the columns in front that nobody sees. */
    public void add(Json.Obj row, Object... hidden) {
        try {
            appender.beginRow();
            for (Object value : hidden) {
                append(value);
            }
            for (int i = 0; i < cells.size(); i++) {
                cells.get(i).append(row.get(columns.get(i).name()).orElse(Json.Null.VALUE), appender);
            }
            appender.endRow();
            if (++waiting == AT_ONCE) {
                appender.flush();
                waiting = 0;
            }
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }

    private void append(Object value) throws SQLException {
        if (value instanceof Integer number) {
            appender.append(number.intValue());
        } else {
            appender.append(value.toString());
        }
    }

    @Override
    public void close() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw new EngineException(e);
        }
    }
}
