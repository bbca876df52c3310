package dev.quarterdeck.kernel.table;

import java.nio.charset.StandardCharsets;

/** Where a row is: its partition (at most 2,048 bytes of UTF-8) and its place there (at most 1,024). */
public record Key(String partition, String sort) {
    public Key {
        check("partition", partition, 2048);
        check("sort", sort, 1024);
    }

    private static void check(String what, String value, int most) {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > most) {
            throw new IllegalArgumentException("%s key must have 1 to %d bytes, not %d".formatted(what, most, bytes));
        }
    }
}
