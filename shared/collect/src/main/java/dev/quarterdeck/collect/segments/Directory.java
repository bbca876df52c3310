package dev.quarterdeck.collect.segments;

import dev.quarterdeck.inventory.Uid;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is where in a segment, as bytes (big-endian): how many blocks, rows and gone there are; the blocks in the order
 * of the object, rows and gone in the order of uids. It is searched as it lies there, without an object a row.
 */
final class Directory {
    private static final int HEAD = 3 * Integer.BYTES;

    private final ByteBuffer bytes;
    private final int blocks;
    private final int rows;
    private final int gone;

    private Directory(ByteBuffer bytes) {
        this.bytes = bytes;
        this.blocks = bytes.getInt(0);
        this.rows = bytes.getInt(Integer.BYTES);
        this.gone = bytes.getInt(2 * Integer.BYTES);
    }

    static Directory read(byte[] bytes) {
        return new Directory(ByteBuffer.wrap(bytes));
    }

    /** The rows and the gone must be in the order of uids. */
    static byte[] write(List<Block> blocks, Collection<Entry> rows, Collection<Uid> gone) {
        ByteBuffer bytes = ByteBuffer.allocate(
                HEAD + blocks.size() * Block.BYTES + rows.size() * Entry.BYTES + gone.size() * Print.BYTES);
        bytes.putInt(blocks.size()).putInt(rows.size()).putInt(gone.size());
        blocks.forEach(block -> block.into(bytes));
        rows.forEach(row -> row.into(bytes));
        gone.forEach(uid -> bytes.put(uid.bits()));
        return bytes.array();
    }

    boolean holds(long howManyRows, long howManyGone) {
        return rows == howManyRows && gone == howManyGone;
    }

    int blocks() {
        return blocks;
    }

    Block block(int number) {
        return Block.from(bytes, HEAD + number * Block.BYTES);
    }

    Optional<Entry> row(Uid uid) {
        return search(uid, firstRow(), rows, Entry.BYTES).map(at -> Entry.from(bytes, at));
    }

    Entry row(int number) {
        return Entry.from(bytes, firstRow() + number * Entry.BYTES);
    }

    boolean gone(Uid uid) {
        return search(uid, firstGone(), gone, Print.BYTES).isPresent();
    }

    void rows(Consumer<Entry> taker) {
        for (int i = 0; i < rows; i++) {
            taker.accept(Entry.from(bytes, firstRow() + i * Entry.BYTES));
        }
    }

    void gone(Consumer<Uid> taker) {
        for (int i = 0; i < gone; i++) {
            var uid = new byte[Print.BYTES];
            bytes.get(firstGone() + i * Print.BYTES, uid);
            taker.accept(Uid.ofBits(uid));
        }
    }

    private int firstRow() {
        return HEAD + blocks * Block.BYTES;
    }

    private int firstGone() {
        return firstRow() + rows * Entry.BYTES;
    }

    private Optional<Integer> search(Uid uid, int first, int count, int size) {
        ByteBuffer wanted = ByteBuffer.wrap(uid.bits());
        long high = wanted.getLong();
        long low = wanted.getLong();
        int from = 0;
        int to = count - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int at = first + middle * size;
            int order = Long.compareUnsigned(bytes.getLong(at), high);
            order = order != 0 ? order : Long.compareUnsigned(bytes.getLong(at + Long.BYTES), low);
            if (order == 0) {
                return Optional.of(at);
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return Optional.empty();
    }
}
