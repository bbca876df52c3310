package dev.quarterdeck.collect.scan;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Rows of short texts, kept for later: first in memory, then in a temporary file that only we can read. */
final class Spill implements AutoCloseable {
    private final int inMemory;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Optional<Path> file = Optional.empty();
    private DataOutputStream out = new DataOutputStream(memory);
    private long rows;

    Spill(int inMemory) {
        this.inMemory = inMemory;
    }

    void add(List<String> row) {
        try {
            out.writeShort(row.size());
            for (String text : row) {
                out.writeUTF(text);
            }
            rows++;
            if (file.isEmpty() && memory.size() > inMemory) {
                moveToFile();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("links could not be kept aside", e);
        }
    }

    private void moveToFile() throws IOException {
        Path path = Files.createTempFile("quarterdeck-links-", ".tmp");
        file = Optional.of(path);
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        memory.writeTo(stream);
        memory.reset();
        out = new DataOutputStream(stream);
    }

    /** Gives back every row, in the order in which they came. */
    void drain(Consumer<List<String>> taker) {
        try {
            out.flush();
            InputStream stream = file.isPresent()
                    ? new BufferedInputStream(Files.newInputStream(file.get()), 1 << 16)
                    : new ByteArrayInputStream(memory.toByteArray());
            try (var in = new DataInputStream(stream)) {
                for (long i = 0; i < rows; i++) {
                    taker.accept(row(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("links kept aside could not be read back", e);
        }
    }

    private static List<String> row(DataInputStream in) throws IOException {
        int size = in.readShort();
        var row = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) {
            row.add(in.readUTF());
        }
        return row;
    }

    @Override
    public void close() {
        try {
            out.close();
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file of links kept aside could not be removed", e);
        }
    }
}
