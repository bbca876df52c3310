package dev.quarterdeck.query.engine;

import dev.quarterdeck.inventory.asking.SqlSchema.Column;
import dev.quarterdeck.inventory.filter.TimeText;
import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** How a value of a row's JSON becomes one of a column. What is none of its kind is null. */
enum Cell {
    VARCHAR {
        @Override
        void write(Json value, DuckDBAppender to) throws SQLException {
            to.append(text(value));
        }
    },
    JSON {
        @Override
        void write(Json value, DuckDBAppender to) throws SQLException {
            to.append(value.text());
        }
    },
    BOOLEAN {
        @Override
        void write(Json value, DuckDBAppender to) throws SQLException {
            to.append(value instanceof Json.Bool(var flag) ? Boolean.valueOf(flag) : null);
        }
    },
    BIGINT {
        @Override
        void write(Json value, DuckDBAppender to) throws SQLException {
            to.append(value instanceof Json.Num(var number) ? Long.valueOf(number.longValue()) : null);
        }
    },
    DECIMAL {
        @Override
        void write(Json value, DuckDBAppender to) throws SQLException {
            to.append(value instanceof Json.Num(var number) ? decimal(number) : (BigDecimal) null);
        }
    },
    TIMESTAMP {
        @Override
        void write(Json value, DuckDBAppender to) throws SQLException {
            Optional<Instant> time = value instanceof Json.Str(var text) ? TimeText.read(text) : Optional.empty();
            if (time.isPresent()) {
                to.appendEpochMicros(ChronoUnit.MICROS.between(Instant.EPOCH, time.get()));
            } else {
                to.appendNull();
            }
        }
    },
    LIST {
        @Override
        void write(Json value, DuckDBAppender to) throws SQLException {
            to.append(value instanceof Json.Arr(var items) ? texts(items) : (List<String>) null);
        }
    },
    MAP {
        @Override
        void write(Json value, DuckDBAppender to) throws SQLException {
            to.append(value instanceof Json.Obj(var members) ? texts(members) : (Map<String, String>) null);
        }
    };

    private static final int SCALE = 9;
    private static final int DIGITS = 38;

    static Cell of(Column column) {
        return switch (column.type()) {
            case "VARCHAR" -> VARCHAR;
            case "JSON" -> JSON;
            case "BOOLEAN" -> BOOLEAN;
            case "BIGINT" -> BIGINT;
            case "TIMESTAMP" -> TIMESTAMP;
            case "DECIMAL(38,9)" -> DECIMAL;
            case "VARCHAR[]" -> LIST;
            case "MAP(VARCHAR, VARCHAR)" -> MAP;
            default -> throw new IllegalArgumentException("no column is of type " + column.type());
        };
    }

    void append(Json value, DuckDBAppender to) throws SQLException {
        if (value instanceof Json.Null) {
            to.appendNull();
        } else {
            write(value, to);
        }
    }

    private static String text(Json value) {
        return value instanceof Json.Str(var text) ? text : value.text();
    }

    private static @Nullable BigDecimal decimal(BigDecimal number) {
        BigDecimal kept = number.setScale(SCALE, RoundingMode.HALF_UP);
        return kept.precision() <= DIGITS ? kept : null;
    }

    private static List<String> texts(List<Json> items) {
        return items.stream().map(Cell::text).toList();
    }

    private static Map<String, String> texts(Map<String, Json> members) {
        var texts = new LinkedHashMap<String, String>();
        members.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    abstract void write(Json value, DuckDBAppender to) throws SQLException;
}
