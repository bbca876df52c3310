package dev.quarterdeck.local.facts;

import dev.quarterdeck.inventory.rows.Columns;
import dev.quarterdeck.inventory.rows.Row;
import dev.quarterdeck.kernel.IsoTime;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

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
        var line = new Line(to);
        row.into(line);
        line.end();
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

    private static final class Line implements Row {
        private final JsonBytes out;
        private char before = '{';

        Line(JsonBytes out) {
            this.out = out;
        }

        private JsonBytes column(String name) {
            out.sign(before).string(name).sign(':');
            before = ',';
            return out;
        }

        @Override
        public Row json(String column, Json value) {
            column(column).json(value);
            return this;
        }

        @Override
        public Row text(String column, Object value) {
            column(column).string(value instanceof Instant time ? IsoTime.text(time) : value.toString());
            return this;
        }

        void end() {
            if (before == '{') {
                out.sign('{');
            }
            out.sign('}').sign('\n');
        }
    }
}
