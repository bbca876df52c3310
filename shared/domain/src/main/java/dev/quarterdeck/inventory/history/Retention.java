package dev.quarterdeck.inventory.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How long facts are kept: for a while every generation, then the last of each day (UTC), then only what counts. What
 * scans found changed is kept to the end of it, whatever became of the facts.
 */
public record Retention(Duration all, Duration daily) {
    public static final Retention USUAL = new Retention(Duration.ofDays(35), Duration.ofDays(400));

    public Retention {
        if (all.isNegative() || daily.compareTo(all) < 0) {
            throw new IllegalArgumentException(
                    "days of which one state is kept reach back at least as far as those of which all are: %s, %s"
                            .formatted(daily, all));
        }
    }

    /** What is to be kept of a generation. */
    public enum Kept {
        ALL,
        CHANGES,
        NOTHING
    }

    /**
     * What to keep of each of an account's generations, given newest first. Every instant that is kept can be looked back
     * to, so what counted when it begins is kept as well.
     */
    List<Kept> of(List<Generation> newestFirst, Instant now) {
        Instant young = now.minus(all);
        Instant late = now.minus(daily);
        Set<Instant> stands = new HashSet<>();
        var kept = new ArrayList<Kept>();
        for (Generation generation : newestFirst) {
            Instant at = generation.at();
            Instant period = at.isBefore(late) ? Instant.MIN : at.truncatedTo(ChronoUnit.DAYS);
            boolean whole = generation.tellsFacts() && (kept.isEmpty() || !at.isBefore(young) || stands.add(period));
            kept.add(whole ? Kept.ALL : rest(generation, at.isBefore(late)));
        }
        return kept;
    }

    private static Kept rest(Generation generation, boolean late) {
        return !late && generation.told().changes().isPresent() ? Kept.CHANGES : Kept.NOTHING;
    }
}
