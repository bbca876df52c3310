package dev.quarterdeck.query.engine;

import dev.quarterdeck.kernel.IsoTime;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.MalformedJsonException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;

/** The rows that the engine found, their values as JSON. */
public final class Answer {
    private static final double SMALLEST = 1e-40;
    private static final double LARGEST = 1e40;

    private final ResultSet results;

    Answer(ResultSet results) {
        this.results = results;
    }

    public boolean next() throws SQLException {
        return results.next();
    }

    public List<String> columns() throws SQLException {
        var names = new ArrayList<String>();
        for (int i = 1; i <= width(); i++) {
            names.add(results.getMetaData().getColumnLabel(i));
        }
        return names;
    }

    public int width() throws SQLException {
        return results.getMetaData().getColumnCount();
    }

    /** Counted from 1. */
    public Json value(int column) throws SQLException {
        return json(results.getObject(column));
    }

    public long number(int column) throws SQLException {
        return results.getLong(column);
    }

    public String text(int column) throws SQLException {
        return results.getString(column);
    }

    public Optional<String> maybeText(int column) throws SQLException {
        return Optional.ofNullable(results.getString(column));
    }

    public Optional<Long> maybeNumber(int column) throws SQLException {
        long number = results.getLong(column);
        return results.wasNull() ? Optional.empty() : Optional.of(number);
    }

    public boolean flag(int column) throws SQLException {
        return results.getBoolean(column);
    }

    private static Json json(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> Json.Null.VALUE;
            case JsonNode node -> parsed(node.toString());
            case Boolean flag -> Json.of(flag);
            case BigDecimal number -> new Json.Num(plain(number));
            case BigInteger number -> new Json.Num(new BigDecimal(number));
            case Double number -> number(number);
            case Float number -> number(number.doubleValue());
            case Number number -> Json.of(number.longValue());
            case Timestamp time -> Json.of(IsoTime.text(time.toLocalDateTime().toInstant(ZoneOffset.UTC)));
            case LocalDateTime time -> Json.of(IsoTime.text(time.toInstant(ZoneOffset.UTC)));
            case OffsetDateTime time -> Json.of(IsoTime.text(time.toInstant()));
            case Array array -> list((Object[]) array.getArray());
            case DuckDBStruct struct -> map(struct.getMap());
            case Map<?, ?> map -> map(map);
            default -> Json.of(value.toString());
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** What JSON has no number for, as infinity, and what has hundreds of digits, is told as text. */
    private static Json number(double number) {
        double size = Math.abs(number);
        return size == 0 || (size > SMALLEST && size < LARGEST)
                ? new Json.Num(plain(BigDecimal.valueOf(number)))
                : Json.of(String.valueOf(number));
    }

    private static Json parsed(String text) {
        try {
            return Json.parse(text);
        } catch (MalformedJsonException _) {
            return Json.of(text);
        }
    }

    private static Json list(@Nullable Object[] values) throws SQLException {
        var items = new ArrayList<Json>();
        for (Object value : values) {
            items.add(json(value));
        }
        return new Json.Arr(items);
    }

    private static Json map(Map<?, ?> map) throws SQLException {
        var members = new LinkedHashMap<String, Json>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            members.put(String.valueOf(entry.getKey()), json(entry.getValue()));
        }
        return new Json.Obj(members);
    }
}
