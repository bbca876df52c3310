package dev.quarterdeck.kernel.table;

import java.util.Optional;

/**
 * Rows of one partition (of the table or of an index) in the order of their sort keys: those within a range, from a
 * cursor on, at most so many.
 */
public record Query(
        Optional<Index> index, String partition, Range range, boolean backwards, int limit, Optional<Cursor> from) {
    public Query {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit must be 1 to 1000: " + limit);
        }
        Key.check("partition", partition, Key.MOST_PARTITION);
        from.ifPresent(cursor -> check(cursor, index, partition));
    }

    /** All rows of a partition, a hundred a page. */
    public static Query of(String partition) {
        return new Query(Optional.empty(), partition, Range.ALL, false, 100, Optional.empty());
    }

    public static Query of(Index index, String partition) {
        return new Query(Optional.of(index), partition, Range.ALL, false, 100, Optional.empty());
    }

    public Query within(Range some) {
        return new Query(index, partition, some, backwards, limit, from);
    }

    public Query newestFirst() {
        return new Query(index, partition, range, true, limit, from);
    }

    public Query limit(int most) {
        return new Query(index, partition, range, backwards, most, from);
    }

    public Query from(Cursor cursor) {
        return new Query(index, partition, range, backwards, limit, Optional.of(cursor));
    }

    private static void check(Cursor cursor, Optional<Index> index, String partition) {
        Key place = cursor.place().orElse(cursor.row());
        if (cursor.place().isPresent() != index.isPresent()
                || !place.partition().equals(partition)) {
            throw new IllegalArgumentException("the cursor belongs to another query");
        }
    }

    /** Which sort keys are wanted. */
    public sealed interface Range {
        boolean holds(String sort);

        record All() implements Range {
            @Override
            public boolean holds(String sort) {
                return true;
            }
        }

        record StartsWith(String prefix) implements Range {
            public StartsWith {
                check(prefix);
            }

            @Override
            public boolean holds(String sort) {
                return sort.startsWith(prefix);
            }
        }

        /** Both ends included; none are wanted where the low one comes after the high one. */
        record Between(String low, String high) implements Range {
            public Between {
                check(low);
                check(high);
            }

            @Override
            public boolean holds(String sort) {
                return Utf8.ORDER.compare(low, sort) <= 0 && Utf8.ORDER.compare(sort, high) <= 0;
            }
        }

        All ALL = new All();

        private static void check(String edge) {
            if (!edge.isEmpty()) {
                Key.check("sort", edge, Key.MOST_SORT);
            }
        }
    }
}
