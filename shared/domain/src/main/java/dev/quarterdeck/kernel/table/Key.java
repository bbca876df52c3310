package dev.quarterdeck.kernel.table;

import java.util.Comparator;

/** Where a row is: its partition (at most 2,048 bytes of UTF-8) and its place there (at most 1,024). */
public record Key(String partition, String sort) implements Comparable<Key> {
    static final int MOST_PARTITION = 2048;
    static final int MOST_SORT = 1024;

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::partition, Utf8.ORDER).thenComparing(Key::sort, Utf8.ORDER);

    public Key {
        check("partition", partition, MOST_PARTITION);
        check("sort", sort, MOST_SORT);
    }

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }

    static void check(String what, String value, int most) {
        int bytes = Utf8.length(value);
        if (bytes == 0 || bytes > most) {
            throw new IllegalArgumentException("%s key must have 1 to %d bytes, not %d".formatted(what, most, bytes));
        }
    }
}
