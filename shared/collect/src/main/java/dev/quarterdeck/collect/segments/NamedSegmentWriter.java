package dev.quarterdeck.collect.segments;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.JsonBytes;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a segment of resources, and beside it the index by which they are found by what they are called. */
public final class NamedSegmentWriter implements AutoCloseable {
    private final SegmentWriter segment;
    private final Postings.Builder words = new Postings.Builder();
    private final Map<Uid, Integer> written = new HashMap<>();

    private NamedSegmentWriter(SegmentWriter segment) {
        this.segment = segment;
    }

    public static NamedSegmentWriter begin() throws IOException {
        return new NamedSegmentWriter(SegmentWriter.begin());
    }

    /** What a segment says of a resource without reading its row. */
    public record Head(Uid uid, Print content, Print whole) {}

    public void row(Head head, JsonBytes line, Collection<String> called) throws IOException {
        segment.row(head.uid(), head.content(), head.whole(), line);
        called.forEach(word -> words.add(word, written.size()));
        written.put(head.uid(), written.size());
    }

    public void gone(Uid uid) {
        segment.gone(uid);
    }

    public boolean has(Uid uid) {
        return segment.has(uid);
    }

    public boolean isEmpty() {
        return segment.isEmpty();
    }

    /** Puts both into the store. */
    public SegmentRef finish(Objects objects, ObjectName name) throws IOException {
        SegmentRef ref = segment.finish(objects, name);
        WordIndex.write(objects, name, List.of(), words.bytes(places()));
        return ref;
    }

    /** Where in the directory the rows are, which were written in another order. */
    private int[] places() {
        var places = new int[written.size()];
        int place = 0;
        for (Uid uid : segment.uids()) {
            places[written.getOrDefault(uid, 0)] = place++;
        }
        return places;
    }

    @Override
    public void close() throws IOException {
        segment.close();
    }
}
