package dev.quarterdeck.collect.segments;

import dev.quarterdeck.inventory.history.IndexName;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * An object beside one with facts that says where in it a word stands: in which rows of a segment, or in which blocks of
 * lines. It can be made again from the facts; one that is not there, or damaged, only makes reading slower.
 */
final class WordIndex {
    /** {@code QDIX}, and the version of this layout. */
    private static final long MARK = 0x51444958_00000001L;

    private static final int HEAD = Long.BYTES + 2 * Integer.BYTES;

    private final ByteBuffer bytes;
    private final Postings postings;

    private WordIndex(ByteBuffer bytes, Postings postings) {
        this.bytes = bytes;
        this.postings = postings;
    }

    /** As bytes: the mark, the length of the rest, how many blocks there are; packed: the blocks and the postings. */
    static void write(Objects objects, ObjectName facts, List<Block> blocks, byte[] postings) throws IOException {
        ByteBuffer rest = ByteBuffer.allocate(blocks.size() * Block.BYTES + postings.length);
        blocks.forEach(block -> block.into(rest));
        rest.put(postings);
        byte[] packed = Zstandard.pack(rest.array());
        byte[] whole = ByteBuffer.allocate(HEAD + packed.length)
                .putLong(MARK)
                .putInt(rest.capacity())
                .putInt(blocks.size())
                .put(packed)
                .array();
        var _ = objects.create(IndexName.of(facts), new ByteArrayInputStream(whole));
    }

    static Optional<WordIndex> read(Objects objects, ObjectName facts) {
        Optional<InputStream> stored = objects.get(IndexName.of(facts));
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = stored.get()) {
            return Optional.of(read(facts, in.readAllBytes()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static WordIndex read(ObjectName facts, byte[] whole) throws DamagedObjectException {
        ByteBuffer head = ByteBuffer.wrap(whole);
        if (whole.length < HEAD || head.getLong() != MARK) {
            throw new DamagedObjectException(IndexName.of(facts));
        }
        int size = head.getInt();
        int blocks = head.getInt();
        byte[] packed = new byte[head.remaining()];
        head.get(packed);
        ByteBuffer rest = ByteBuffer.wrap(Zstandard.unpack(IndexName.of(facts), packed, size));
        int from = blocks * Block.BYTES;
        return new WordIndex(rest, Postings.read(rest.slice(from, size - from)));
    }

    SortedSet<Integer> find(Collection<String> words) {
        return postings.find(words);
    }

    BitSet find(WordSet words) {
        return postings.find(words);
    }

    Block block(int number) {
        return Block.from(bytes, number * Block.BYTES);
    }
}
