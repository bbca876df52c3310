package dev.quarterdeck.inventory.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.objects.ObjectName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the facts of one account are made of, from an instant on until the next generation: a base and what changed
 * since, the oldest first. Where two segments speak of one resource, the later one counts.
 */
public record Generation(AccountId account, long number, Instant at, List<SegmentRef> segments, Told told) {
    /** With so many changes on top of a base it is time for a new base. */
    public static final int MOST_DELTAS = 8;

    private static final int WORTH_A_TENTH = 10;

    /**
     * What the scan that made it tells beside facts: what it found changed, one row a resource, the ledger of all
     * looking at the account until then, and how its resources hang together.
     */
    public record Told(Source source, Optional<SegmentRef> changes, ObjectName coverage, ObjectName edges) {}

    /** The id of a scan, and what of it was published, so that nothing is counted as a second look at the same. */
    public record Source(String scan, Set<ObjectName> looks) {
        public Source {
            looks = Set.copyOf(looks);
        }
    }

    public Generation {
        if (number < 1) {
            throw new IllegalArgumentException("the first generation is number 1: " + number);
        }
        segments = List.copyOf(segments);
    }

    public static Generation first(AccountId account, Instant at, SegmentRef base, Told told) {
        return new Generation(account, 1, at, List.of(base), told);
    }

    /** After one more scan. A clock that was put back does not put back the order of generations. */
    public Generation next(Instant now, Optional<SegmentRef> delta, Told news) {
        return next(now, Stream.concat(segments.stream(), delta.stream()).toList(), news);
    }

    /** The same facts in one segment. */
    public Generation compacted(SegmentRef base, Instant now) {
        return next(now, List.of(base), new Told(told.source, Optional.empty(), told.coverage, told.edges));
    }

    /** What counted in an older one counts again. {@code coverage} says why. */
    public Generation restored(Generation older, ObjectName coverage, Instant now) {
        var news = new Told(older.told.source, Optional.empty(), coverage, older.told.edges);
        return next(now, older.segments, news);
    }

    /** Nothing is known any more. {@code coverage} says why. */
    public Generation emptied(SegmentRef nothing, ObjectName coverage, ObjectName edges, Instant now) {
        var source = new Source(told.source.scan, Set.of());
        return next(now, List.of(nothing), new Told(source, Optional.empty(), coverage, edges));
    }

    /** The same facts, after looking in other accounts for where they lead. */
    public Generation related(ObjectName edges, Instant now) {
        return next(now, segments, new Told(told.source, Optional.empty(), told.coverage, edges));
    }

    /** Of which only is kept what its scan found changed. */
    public Generation thinned() {
        return new Generation(account, number, at, List.of(), told);
    }

    public boolean tellsFacts() {
        return !segments.isEmpty();
    }

    /** All objects that it is made of. */
    public Stream<ObjectName> objects() {
        Stream<ObjectName> facts = tellsFacts() ? Stream.of(told.coverage, told.edges) : Stream.empty();
        return Stream.of(
                        segments.stream().map(SegmentRef::name),
                        facts,
                        indexes(),
                        told.changes.stream().map(SegmentRef::name))
                .flatMap(names -> names);
    }

    /** By which facts are found sooner, where they have any. */
    private Stream<ObjectName> indexes() {
        return tellsFacts()
                ? Stream.concat(segments.stream().map(SegmentRef::name), Stream.of(told.edges))
                        .map(IndexName::of)
                : Stream.empty();
    }

    private Generation next(Instant now, List<SegmentRef> made, Told news) {
        return new Generation(account, number + 1, now.isBefore(at) ? at : now, made, news);
    }

    /** Is reading it so much dearer than reading one segment that it should become one? */
    public boolean wantsCompaction() {
        long onTop = segments.stream()
                .skip(1)
                .mapToLong(segment -> segment.rows() + segment.gone())
                .sum();
        return segments.size() > 1 + MOST_DELTAS
                || onTop * WORTH_A_TENTH > segments.getFirst().rows();
    }
}
