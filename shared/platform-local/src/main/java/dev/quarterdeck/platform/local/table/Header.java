package dev.quarterdeck.platform.local.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The first hundred bytes of a file, read before SQLite touches it: a file that is not the hub's stays as it is. */
final class Header {
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 100;
    private static final int LAYOUT_AT = 60;
    private static final int APPLICATION_AT = 68;

    private Header() {}

    static void check(Path path) throws IOException {
        if (Files.exists(StoreFiles.restoring(path))) {
            throw Trouble.unavailable(
                    "The restore of '%s' was broken off: run 'quarterdeck restore FILE' again.".formatted(path));
        }
        if (!Files.exists(path)) {
            if (Files.exists(path.resolveSibling(path.getFileName() + "-wal"))) {
                throw Trouble.unavailable(
                        "The store '%1$s' is gone but its last writes are there: put it back, or delete '%1$s-wal'."
                                .formatted(path));
            }
            return;
        }
        byte[] start = start(path);
        if (start.length < LENGTH || !Arrays.equals(start, 0, SQLITE.length, SQLITE, 0, SQLITE.length)) {
            throw Trouble.unavailable(
                    "'%s' is not a store of Quarterdeck, or its beginning is damaged.".formatted(path));
        }
        var header = ByteBuffer.wrap(start);
        if (header.getInt(APPLICATION_AT) != SqliteFile.APPLICATION) {
            throw Trouble.unavailable("'%s' is a database of another program.".formatted(path));
        }
        if (header.getInt(LAYOUT_AT) > SqliteFile.LAYOUT) {
            throw Trouble.unavailable(
                    "The store '%s' was written by a newer Quarterdeck: use that one.".formatted(path));
        }
    }

    private static byte[] start(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(LENGTH);
        }
    }
}
