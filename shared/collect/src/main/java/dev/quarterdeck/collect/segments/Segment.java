package dev.quarterdeck.collect.segments;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A segment to be read: its directory is in memory, its blocks are fetched one by one and believed only after a check. */
public final class Segment {
    private final Objects objects;
    private final SegmentRef ref;
    private final Directory directory;
    private Optional<Optional<WordIndex>> index = Optional.empty();

    private Segment(Objects objects, SegmentRef ref, Directory directory) {
        this.objects = objects;
        this.ref = ref;
        this.directory = directory;
    }

    /** Fails with {@link DamagedObjectException} where the segment is not as it was written, or not there. */
    public static Segment open(Objects objects, SegmentRef ref) throws DamagedObjectException {
        long end = ref.size() - Trailer.BYTES;
        Trailer trailer = Trailer.read(ref.name(), read(objects, ref, end, Trailer.BYTES));
        if (trailer.packed() < 0 || trailer.packed() > end || trailer.size() < 0) {
            throw new DamagedObjectException(ref.name());
        }
        byte[] packed = read(objects, ref, end - trailer.packed(), trailer.packed());
        if (!trailer.tells(packed)) {
            throw new DamagedObjectException(ref.name());
        }
        Directory directory = Directory.read(Zstandard.unpack(ref.name(), packed, trailer.size()));
        if (!directory.holds(ref.rows(), ref.gone())) {
            throw new DamagedObjectException(ref.name());
        }
        return new Segment(objects, ref, directory);
    }

    boolean isSame(Segment other) {
        return ref.equals(other.ref);
    }

    /** What the directory says of a resource. */
    public Optional<Entry> entry(Uid uid) {
        return directory.row(uid);
    }

    public boolean gone(Uid uid) {
        return directory.gone(uid);
    }

    /** Whether it says anything of a resource, be it that it is gone. */
    boolean speaksOf(Uid uid) {
        return entry(uid).isPresent() || gone(uid);
    }

    /** Every row's entry, in no order that means anything. */
    public void entries(Consumer<Entry> taker) {
        directory.rows(taker);
    }

    /** Every resource of which it says that it is gone. */
    public void allGone(Consumer<Uid> taker) {
        directory.gone(taker);
    }

    /** One row, of which the directory of this segment told. */
    public Json.Obj row(Entry entry) throws DamagedObjectException {
        return text(unpacked(entry.place().block()), entry.place()).json();
    }

    /** As {@link #row(Entry)}, for who reads many rows that lie near each other. */
    Json.Obj row(Entry entry, Blocks blocks) throws DamagedObjectException {
        int number = entry.place().block();
        return text(blocks.get(new Blocks.Name(ref.name(), number), () -> unpacked(number)), entry.place())
                .json();
    }

    /** The rows that are wanted, in the order in which they were written, a block in memory at a time. */
    public void rows(Predicate<Entry> wanted, RowTaker taker) throws IOException {
        var entries = new ArrayList<Entry>();
        directory.rows(entry -> {
            if (wanted.test(entry)) {
                entries.add(entry);
            }
        });
        rows(entries, taker);
    }

    /** The rows of these entries, of which the directory of this segment told, in the order in which they were written. */
    void rows(Collection<Entry> entries, RowTaker taker) throws IOException {
        var blocks = new TreeMap<Integer, List<Entry>>();
        entries.forEach(entry -> blocks.computeIfAbsent(entry.place().block(), _ -> new ArrayList<>())
                .add(entry));
        for (List<Entry> inBlock : blocks.values()) {
            byte[] block = unpacked(inBlock.getFirst().place().block());
            inBlock.sort(Comparator.comparingInt(entry -> entry.place().from()));
            for (Entry entry : inBlock) {
                taker.take(entry, text(block, entry.place()));
            }
        }
    }

    /** The rows that bear one of these words, and perhaps some more; nothing where only all rows can be read. */
    Optional<List<Entry>> bearing(Collection<String> words) {
        return index().map(
                        known -> known.find(words).stream().map(directory::row).toList());
    }

    /** The same for many words; what the index says is not kept. */
    Optional<List<Entry>> bearing(WordSet words) {
        return WordIndex.read(objects, ref.name())
                .map(known ->
                        known.find(words).stream().mapToObj(directory::row).toList());
    }

    private synchronized Optional<WordIndex> index() {
        if (index.isEmpty()) {
            index = Optional.of(WordIndex.read(objects, ref.name()));
        }
        return index.get();
    }

    private static RowText text(byte[] block, Place place) {
        return new RowText(block, place.from(), place.length());
    }

    private byte[] unpacked(int number) throws DamagedObjectException {
        Block block = directory.block(number);
        byte[] packed = read(objects, ref, block.offset(), block.packed());
        if (!block.is(packed)) {
            throw new DamagedObjectException(ref.name());
        }
        return Zstandard.unpack(ref.name(), packed, block.size());
    }

    private static byte[] read(Objects objects, SegmentRef ref, long from, int length) throws DamagedObjectException {
        return Optional.of(from)
                .filter(start -> start >= 0)
                .flatMap(start -> objects.range(ref.name(), start, length))
                .orElseThrow(() -> new DamagedObjectException(ref.name()));
    }
}
