package dev.quarterdeck.collect.segments;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The facts of one generation, whichever of its segments they lie in. It stays as it is, whatever is published later. */
public final class Snapshot {
    private final List<Segment> segments;

    private Snapshot(List<Segment> segments) {
        this.segments = segments;
    }

    public static Snapshot of(Generation generation, Objects objects) throws DamagedObjectException {
        return of(generation.segments(), objects);
    }

    /** What these say together, the later ones before the earlier ones. */
    public static Snapshot of(List<SegmentRef> refs, Objects objects) throws DamagedObjectException {
        var segments = new ArrayList<Segment>();
        for (SegmentRef ref : refs) {
            segments.add(Segment.open(objects, ref));
        }
        return new Snapshot(List.copyOf(segments));
    }

    /** What is known of a resource without reading it. */
    public Optional<Entry> entry(Uid uid) {
        return held(uid).map(Held::entry);
    }

    public Optional<Json.Obj> row(Uid uid) throws DamagedObjectException {
        Optional<Held> held = held(uid);
        return held.isPresent()
                ? Optional.of(held.get().segment().row(held.get().entry()))
                : Optional.empty();
    }

    /** As {@link #row(Uid)}, for who reads many rows that lie near each other. */
    public Optional<Json.Obj> row(Uid uid, Blocks blocks) throws DamagedObjectException {
        Optional<Held> held = held(uid);
        return held.isPresent()
                ? Optional.of(held.get().segment().row(held.get().entry(), blocks))
                : Optional.empty();
    }

    /** Every resource's entry, in no order that means anything. */
    public void entries(Consumer<Entry> taker) {
        for (int i = 0; i < segments.size(); i++) {
            List<Segment> later = segments.subList(i + 1, segments.size());
            segments.get(i).entries(entry -> {
                if (counts(entry, later)) {
                    taker.accept(entry);
                }
            });
        }
    }

    /** The rows that are wanted, segment after segment. */
    public void rows(Predicate<Entry> wanted, RowTaker taker) throws IOException {
        for (int i = 0; i < segments.size(); i++) {
            List<Segment> later = segments.subList(i + 1, segments.size());
            segments.get(i).rows(entry -> wanted.test(entry) && counts(entry, later), taker);
        }
    }

    /** The rows of these resources, as far as they are there; each block that holds some is read once. */
    public void rows(Collection<Uid> wanted, RowTaker taker) throws IOException {
        var entries = new LinkedHashMap<Segment, List<Entry>>();
        for (Uid uid : wanted) {
            held(uid)
                    .ifPresent(held -> entries.computeIfAbsent(held.segment(), _ -> new ArrayList<>())
                            .add(held.entry()));
        }
        for (Map.Entry<Segment, List<Entry>> some : entries.entrySet()) {
            some.getKey().rows(some.getValue(), taker);
        }
    }

    /** The rows that bear one of these words, and perhaps more: where there is no index all rows. */
    public void bearing(Collection<String> words, RowTaker taker) throws IOException {
        among(segment -> segment.bearing(words), taker);
    }

    /** The same for many words. */
    public void bearing(WordSet words, RowTaker taker) throws IOException {
        among(segment -> segment.bearing(words), taker);
    }

    private void among(Function<Segment, Optional<List<Entry>>> some, RowTaker taker) throws IOException {
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            List<Segment> later = segments.subList(i + 1, segments.size());
            Optional<List<Entry>> entries = some.apply(segment);
            if (entries.isPresent()) {
                segment.rows(
                        entries.get().stream()
                                .filter(entry -> counts(entry, later))
                                .toList(),
                        taker);
            } else {
                segment.rows(entry -> counts(entry, later), taker);
            }
        }
    }

    /** Every resource of which a segment speaks that the other has not: of all others both say the same. */
    public SortedSet<Uid> apart(Snapshot other) {
        var uids = new TreeSet<Uid>();
        segments.stream().filter(segment -> !other.has(segment)).forEach(segment -> {
            segment.entries(entry -> uids.add(entry.uid()));
            segment.allGone(uids::add);
        });
        return uids;
    }

    private boolean has(Segment segment) {
        return segments.stream().anyMatch(own -> own.isSame(segment));
    }

    /** Had it been there, and is there no more? */
    public boolean gone(Uid uid) {
        return segments.reversed().stream()
                .filter(segment -> segment.speaksOf(uid))
                .findFirst()
                .filter(segment -> segment.gone(uid))
                .isPresent();
    }

    /** Every resource that had been there and is there no more. */
    public void allGone(Consumer<Uid> taker) {
        for (int i = 0; i < segments.size(); i++) {
            List<Segment> later = segments.subList(i + 1, segments.size());
            segments.get(i).allGone(uid -> {
                if (later.stream().noneMatch(segment -> segment.speaksOf(uid))) {
                    taker.accept(uid);
                }
            });
        }
    }

    private static boolean counts(Entry entry, List<Segment> later) {
        return later.stream().noneMatch(segment -> segment.speaksOf(entry.uid()));
    }

    private record Held(Segment segment, Entry entry) {}

    /** In the last segment that speaks of the resource, unless that says that it is gone. */
    private Optional<Held> held(Uid uid) {
        for (Segment segment : segments.reversed()) {
            Optional<Entry> entry = segment.entry(uid);
            if (entry.isPresent() || segment.gone(uid)) {
                return entry.map(found -> new Held(segment, found));
            }
        }
        return Optional.empty();
    }
}
