package dev.quarterdeck.platform.local.table;

import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A query as a statement, of which there are few, and the values for it. Each walks one range of one index. */
record Selection(String sql, List<Object> values) {
    static Selection of(Query query) {
        var values = new ArrayList<Object>();
        String prefix = query.index().map(index -> Columns.name(index) + "_").orElse("");
        var sql = new StringBuilder("SELECT ")
                .append(Columns.ALL)
                .append(" FROM rows WHERE ")
                .append(prefix)
                .append("partition = ?");
        values.add(query.partition());
        sql.append(within(query.range(), prefix + "sort", values));
        query.from().ifPresent(cursor -> sql.append(after(cursor, prefix, query.backwards(), values)));
        String direction = query.backwards() ? " DESC" : "";
        sql.append(" ORDER BY ").append(prefix).append("sort").append(direction);
        if (query.index().isPresent()) {
            sql.append(", partition").append(direction).append(", sort").append(direction);
        }
        values.add(query.limit());
        return new Selection(sql.append(" LIMIT ?").toString(), values);
    }

    private static String within(Query.Range range, String column, List<Object> values) {
        return switch (range) {
            case Query.Range.All _ -> "";
            case Query.Range.Between(var low, var high) -> {
                values.add(low);
                values.add(high);
                yield " AND %s BETWEEN ? AND ?".formatted(column);
            }
            case Query.Range.StartsWith(var prefix) -> {
                values.add(prefix);
                Optional<String> end = firstBeyond(prefix);
                end.ifPresent(values::add);
                yield " AND %1$s >= ?".formatted(column) + (end.isPresent() ? " AND %s < ?".formatted(column) : "");
            }
        };
    }

    private static String after(Cursor cursor, String prefix, boolean backwards, List<Object> values) {
        String than = backwards ? "<" : ">";
        Optional<Key> place = cursor.place();
        if (place.isEmpty()) {
            values.add(cursor.row().sort());
            return " AND sort %s ?".formatted(than);
        }
        values.addAll(List.of(
                place.get().sort(), cursor.row().partition(), cursor.row().sort()));
        return " AND (%ssort, partition, sort) %s (?, ?, ?)".formatted(prefix, than);
    }

    /** The least text that is greater than all which begin so: the last code point that can be raised is. */
    static Optional<String> firstBeyond(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
                return Optional.of(prefix.substring(0, end) + Character.toString(next));
            }
        }
        return Optional.empty();
    }
}
