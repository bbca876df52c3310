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

    /** Which sort keys are wanted. */
    public sealed interface Range {
        record All() implements Range {}

        record StartsWith(String prefix) implements Range {}

        /** Both ends included. */
        record Between(String low, String high) implements Range {}

        All ALL = new All();
    }
}
