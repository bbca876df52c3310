package dev.quarterdeck.inventory.history;

import dev.quarterdeck.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the facts of one account are made of, from an instant on until the next generation: a base and what changed
 * since, the oldest first. Where two segments speak of one resource, the later one counts.
 */
public record Generation(AccountId account, long number, Instant at, String scan, List<SegmentRef> segments) {
    /** With so many changes on top of a base it is time for a new base. */
    public static final int MOST_DELTAS = 8;

    private static final int WORTH_A_TENTH = 10;

    public Generation {
        if (number < 1) {
            throw new IllegalArgumentException("the first generation is number 1: " + number);
        }
        segments = List.copyOf(segments);
    }

    public static Generation first(AccountId account, Instant at, String scan, SegmentRef base) {
        return new Generation(account, 1, at, scan, List.of(base));
    }

    /** With one segment more. A clock that was put back does not put back the order of generations. */
    public Generation and(SegmentRef delta, Instant now, String by) {
        return next(now, by, Stream.concat(segments.stream(), Stream.of(delta)).toList());
    }

    /** The same facts in one segment. */
    public Generation compacted(SegmentRef base, Instant now) {
        return next(now, scan, List.of(base));
    }

    private Generation next(Instant now, String by, List<SegmentRef> made) {
        return new Generation(account, number + 1, now.isBefore(at) ? at : now, by, made);
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
