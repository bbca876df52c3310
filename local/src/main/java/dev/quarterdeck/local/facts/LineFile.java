package dev.quarterdeck.local.facts;

import dev.quarterdeck.inventory.rows.Columns;
import dev.quarterdeck.inventory.rows.JsonLine;
import dev.quarterdeck.kernel.JsonBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of one JSON object a line. Rows become lines column by column, without being objects first. */
final class LineFile implements AutoCloseable {
    private static final int WRITTEN_AT_ONCE = 64 * 1024;
    /** Most rows take less. */
    private static final int EXPECTED = 2048;

    private final OutputStream file;
    private final JsonBytes lines = new JsonBytes(2 * WRITTEN_AT_ONCE);

    LineFile(Path file) throws IOException {
        this.file = Files.newOutputStream(file);
    }

    /** A row as this file holds it. */
    static JsonBytes line(Columns row) {
        var bytes = new JsonBytes(EXPECTED);
        write(row, bytes);
        return bytes;
    }

    private static void write(Columns row, JsonBytes to) {
        JsonLine.write(row, to);
        to.sign('\n');
    }

    void add(JsonBytes line) throws IOException {
        lines.add(line);
        flushIfLarge();
    }

    void add(Columns row) throws IOException {
        write(row, lines);
        flushIfLarge();
    }

    private void flushIfLarge() throws IOException {
        if (lines.size() >= WRITTEN_AT_ONCE) {
            flush();
        }
    }

    private void flush() throws IOException {
        lines.writeTo(file);
        lines.clear();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }
}
