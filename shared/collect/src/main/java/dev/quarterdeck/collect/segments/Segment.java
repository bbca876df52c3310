package dev.quarterdeck.collect.segments;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.Objects;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A segment to be read: its directory is in memory, its blocks are fetched one by one and believed only after a check. */
public final class Segment {
    private final Objects objects;
    private final SegmentRef ref;
    private final Directory directory;

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
        return new Segment(objects, ref, Directory.read(Zstandard.unpack(ref.name(), packed, trailer.size())));
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

    /** One row, of which the directory of this segment told. */
    public Json.Obj row(Entry entry) throws DamagedObjectException {
        return row(unpacked(entry.place().block()), entry.place());
    }

    /** The rows that are wanted, in the order in which they were written, a block in memory at a time. */
    public void rows(Predicate<Entry> wanted, Consumer<Json.Obj> taker) throws DamagedObjectException {
        List<List<Place>> places = new ArrayList<>();
        for (int i = 0; i < directory.blocks(); i++) {
            places.add(new ArrayList<>());
        }
        directory.rows(entry -> {
            if (wanted.test(entry)) {
                places.get(entry.place().block()).add(entry.place());
            }
        });
        for (int i = 0; i < places.size(); i++) {
            List<Place> inBlock = places.get(i);
            if (!inBlock.isEmpty()) {
                byte[] block = unpacked(i);
                inBlock.sort((some, other) -> Integer.compare(some.from(), other.from()));
                for (Place place : inBlock) {
                    taker.accept(row(block, place));
                }
            }
        }
    }

    private Json.Obj row(byte[] block, Place place) throws DamagedObjectException {
        if (Json.parse(new String(block, place.from(), place.length(), StandardCharsets.UTF_8))
                instanceof Json.Obj row) {
            return row;
        }
        throw new DamagedObjectException(ref.name());
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
