package dev.quarterdeck.collect.segments;

import com.github.luben.zstd.ZstdInputStream;
import dev.quarterdeck.inventory.rows.Columns;
import dev.quarterdeck.inventory.rows.JsonLine;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rows in an object that is read from front to back: newline-delimited JSON in zstd frames. Nobody sees it half written. */
public final class Lines implements AutoCloseable {
    private static final int BLOCK = 256 * 1024;

    private final Path file;
    private final OutputStream out;
    private final int blockSize;
    private final JsonBytes block = new JsonBytes(1024);
    private final List<Block> blocks = new ArrayList<>();
    private long size;

    private Lines(Path file, OutputStream out, int blockSize) {
        this.file = file;
        this.out = out;
        this.blockSize = blockSize;
    }

    public static Lines begin() throws IOException {
        return inBlocksOf(BLOCK);
    }

    /** Of so many bytes, about: who reads one line reads its block. */
    static Lines inBlocksOf(int bytes) throws IOException {
        Path file = Files.createTempFile("quarterdeck-lines-", ".tmp");
        return new Lines(file, Files.newOutputStream(file), bytes);
    }

    /** The number of the block into which the next row comes. */
    int block() {
        return blocks.size();
    }

    /** All of them, once it is finished. */
    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    public void add(Json.Obj row) throws IOException {
        block.json(row);
        endLine();
    }

    public void add(Columns row) throws IOException {
        JsonLine.write(row, block);
        endLine();
    }

    private void endLine() throws IOException {
        block.sign('\n');
        if (block.size() >= blockSize) {
            endBlock();
        }
    }

    private void endBlock() throws IOException {
        var bytes = new ByteArrayOutputStream(block.size());
        block.writeTo(bytes);
        byte[] packed = Zstandard.pack(bytes.toByteArray());
        blocks.add(Block.of(size, packed, bytes.size()));
        out.write(packed);
        size += packed.length;
        block.clear();
    }

    /** Puts the rows into the store under a name that nothing has yet. */
    public ObjectName finish(Objects objects, ObjectName name) throws IOException {
        endBlock();
        out.close();
        try (InputStream content = Files.newInputStream(file)) {
            if (!objects.create(name, content)) {
                throw new IllegalStateException("there is an object '%s' already".formatted(name));
            }
        }
        return name;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }

    /**
     * Gives every row, front to back. Where the object is not as it was written it gives none and fails with {@link
     * DamagedObjectException}.
     */
    public static void read(Objects objects, ObjectName name, Consumer<Json.Obj> taker) throws IOException {
        InputStream packed = new ByteArrayInputStream(checked(objects, name));
        try (var in = new BufferedReader(new InputStreamReader(new ZstdInputStream(packed), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (Json.parse(line) instanceof Json.Obj row) {
                    taker.accept(row);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** As {@link #read(Objects, ObjectName, Consumer)}, of one block. */
    static void read(Objects objects, ObjectName name, Block block, Consumer<Json.Obj> taker) throws IOException {
        byte[] packed = objects.range(name, block.offset(), block.packed())
                .filter(block::is)
                .orElseThrow(() -> new DamagedObjectException(name));
        new String(Zstandard.unpack(name, packed, block.size()), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> taker.accept((Json.Obj) Json.parse(line)));
    }

    private static byte[] checked(Objects objects, ObjectName name) throws IOException {
        try (InputStream stored = objects.get(name).orElseThrow(() -> new DamagedObjectException(name))) {
            return stored.readAllBytes();
        }
    }
}
