package dev.quarterdeck.kernel.table;

import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rows and transactions can hold: DynamoDB's limits, kept on every engine. Sizes are counted as DynamoDB does. */
public final class Limits {
    public static final int ROW = 400 * 1024;
    public static final int TRANSACTION = 4 * 1024 * 1024;

    private static final int DEEPEST = 31;
    private static final int MOST_DIGITS = 38;
    private static final int LARGEST_EXPONENT = 125;
    private static final int SMALLEST_EXPONENT = -130;

    /** Names and numbers of the columns that every row has: version, expiry, keys. */
    private static final long COLUMNS = 64;

    private Limits() {}

    /** What is too large about these writes, if anything is. Throws where they are not a transaction at all. */
    public static Optional<Written.TooLarge> exceeded(List<Write> writes) {
        if (writes.size() > Table.MOST) {
            return Optional.of(new Written.TooLarge("writes", writes.size(), Table.MOST));
        }
        var keys = new HashSet<Key>();
        long sum = 0;
        for (Write write : writes) {
            if (!keys.add(write.key())) {
                throw new IllegalArgumentException("two writes on one key: " + write.key());
            }
            long size = write instanceof Write.Put put ? size(put.row()) : size(write.key());
            if (size > ROW) {
                return Optional.of(new Written.TooLarge("row", size, ROW));
            }
            sum += size;
        }
        return sum > TRANSACTION
                ? Optional.of(new Written.TooLarge("transaction", sum, TRANSACTION))
                : Optional.empty();
    }

    /** The bytes of a row. Throws where it holds what no engine stores. */
    public static long size(Row row) {
        long size = COLUMNS + size(row.key()) + members(row.data(), 1);
        for (Key place : row.indexed().values()) {
            size += size(place);
        }
        return size;
    }

    private static long size(Key key) {
        return (long) Utf8.length(key.partition()) + Utf8.length(key.sort());
    }

    private static long members(Json.Obj data, int depth) {
        long size = 0;
        for (Map.Entry<String, Json> member : data.members().entrySet()) {
            if (member.getKey().isEmpty()) {
                throw new IllegalArgumentException("a member of a row has no name");
            }
            size += Utf8.length(member.getKey()) + size(member.getValue(), depth);
        }
        return size;
    }

    private static long size(Json value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a row nests deeper than " + DEEPEST);
        }
        return switch (value) {
            case Json.Null _, Json.Bool _ -> 1;
            case Json.Num(BigDecimal number) -> size(number);
            case Json.Str(String text) -> Utf8.length(text);
            case Json.Arr(List<Json> items) ->
                3 + items.stream().mapToLong(item -> 1 + size(item, depth + 1)).sum();
            case Json.Obj some -> 3L + some.members().size() + members(some, depth + 1);
        };
    }

    private static long size(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (shortest.precision() > MOST_DIGITS
                || (number.signum() != 0 && (exponent > LARGEST_EXPONENT || exponent < SMALLEST_EXPONENT))) {
            throw new IllegalArgumentException("a row cannot hold a number of so many digits");
        }
        return 2L + (shortest.precision() + 1) / 2;
    }
}
