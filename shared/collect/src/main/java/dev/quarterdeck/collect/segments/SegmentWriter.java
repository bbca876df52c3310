package dev.quarterdeck.collect.segments;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.JsonBytes;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes a segment, its rows in the order in which they come. It grows in a temporary file that only its owner reads;
 * the store sees it whole or not at all. Blocks are zstd frames of newline-delimited JSON, the directory is a frame that
 * zstd skips: {@code zstdcat} prints the rows.
 */
public final class SegmentWriter implements AutoCloseable {
    private static final int BLOCK = 256 * 1024;
    private static final int FRAME_HEAD = 2 * Integer.BYTES;

    private final Path file;
    private final OutputStream out;
    private final ByteArrayOutputStream block = new ByteArrayOutputStream(BLOCK);
    private final List<Block> blocks = new ArrayList<>();
    private final SortedMap<Uid, Entry> rows = new TreeMap<>(Uids.BY_BITS);
    private final SortedSet<Uid> gone = new TreeSet<>(Uids.BY_BITS);
    private long size;

    private SegmentWriter(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    public static SegmentWriter begin() throws IOException {
        Path file = Files.createTempFile("quarterdeck-segment-", ".tmp");
        return new SegmentWriter(file, new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /** Adds a row: one line of JSON without its end. Each resource has one row at most. */
    public void row(Uid uid, Print content, Print whole, JsonBytes line) throws IOException {
        var place = new Place(blocks.size(), block.size(), line.size());
        if (rows.putIfAbsent(uid, new Entry(uid, content, whole, place)) != null) {
            throw new IllegalArgumentException("'%s' has a row in this segment already".formatted(uid));
        }
        line.writeTo(block);
        block.write('\n');
        if (block.size() >= BLOCK) {
            endBlock();
        }
    }

    /** Says that a resource, of which earlier segments have a row, is there no more. */
    public void gone(Uid uid) {
        gone.add(uid);
    }

    public boolean has(Uid uid) {
        return rows.containsKey(uid);
    }

    /** Those that have a row, in the order of the directory. */
    Iterable<Uid> uids() {
        return rows.keySet();
    }

    public boolean isEmpty() {
        return rows.isEmpty() && gone.isEmpty();
    }

    /** Puts the segment into the store under a name that nothing has yet. */
    public SegmentRef finish(Objects objects, ObjectName name) throws IOException {
        endBlock();
        endWithDirectory();
        out.close();
        try (InputStream content = Files.newInputStream(file)) {
            if (!objects.create(name, content)) {
                throw new IllegalStateException("there is a segment '%s' already".formatted(name));
            }
        }
        return new SegmentRef(name, size, rows.size(), gone.size());
    }

    private void endBlock() throws IOException {
        if (block.size() > 0) {
            byte[] packed = Zstandard.pack(block.toByteArray());
            blocks.add(Block.of(size, packed, block.size()));
            block.reset();
            write(packed);
        }
    }

    private void endWithDirectory() throws IOException {
        byte[] directory = Directory.write(blocks, rows.values(), gone);
        byte[] packed = Zstandard.pack(directory);
        write(ByteBuffer.allocate(FRAME_HEAD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(Zstandard.SKIPPED)
                .putInt(packed.length + Trailer.BYTES)
                .array());
        write(packed);
        ByteBuffer end = ByteBuffer.allocate(Trailer.BYTES);
        Trailer.of(packed, directory.length).into(end);
        write(end.array());
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        size += bytes.length;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
