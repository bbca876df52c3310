package dev.quarterdeck.collect.segments;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The facts of one generation, whichever of its segments they lie in. It stays as it is, whatever is published later. */
public final class Snapshot {
    private final List<Segment> segments;

    private Snapshot(List<Segment> segments) {
        this.segments = segments;
    }

    public static Snapshot of(Generation generation, Objects objects) throws DamagedObjectException {
        var segments = new ArrayList<Segment>();
        for (SegmentRef ref : generation.segments()) {
            segments.add(Segment.open(objects, ref));
        }
        return new Snapshot(List.copyOf(segments));
    }

    /** What is known of a resource without reading it. */
    public Optional<Entry> entry(Uid uid) {
        return holder(uid).flatMap(segment -> segment.entry(uid));
    }

    public Optional<Json.Obj> row(Uid uid) throws DamagedObjectException {
        Optional<Segment> holder = holder(uid);
        Optional<Entry> entry = holder.flatMap(segment -> segment.entry(uid));
        return entry.isPresent() ? Optional.of(holder.get().row(entry.get())) : Optional.empty();
    }

    /** Every resource's entry, in no order that means anything. */
    public void entries(Consumer<Entry> taker) {
        for (Segment segment : segments) {
            segment.entries(entry -> {
                if (counts(segment, entry)) {
                    taker.accept(entry);
                }
            });
        }
    }

    /** Every row, segment after segment. */
    public void rows(Consumer<Json.Obj> taker) throws DamagedObjectException {
        for (Segment segment : segments) {
            segment.rows(entry -> counts(segment, entry), taker);
        }
    }

    private boolean counts(Segment segment, Entry entry) {
        return holder(entry.uid()).filter(segment::equals).isPresent();
    }

    /** The last segment that speaks of the resource, unless it says that it is gone. */
    private Optional<Segment> holder(Uid uid) {
        for (Segment segment : segments.reversed()) {
            if (segment.entry(uid).isPresent()) {
                return Optional.of(segment);
            }
            if (segment.gone(uid)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
