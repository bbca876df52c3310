package dev.quarterdeck.audit;

import dev.quarterdeck.audit.Flaw.Kind;
import dev.quarterdeck.kernel.Malformed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds an export to its chains, offline: each line must be the canonical text that its hash is over, follow the one
 * before it in its shard, and reach what a checkpoint from elsewhere says was there.
 */
public final class Verifier {
    /** How many lines there were, and what is wrong with them: the first {@value #MOST} flaws. */
    public record Verdict(long records, List<Flaw> flaws) {
        public Verdict {
            flaws = List.copyOf(flaws);
        }

        public boolean sound() {
            return flaws.isEmpty();
        }
    }

    private record Shard(String chain, int number) {
        static final Comparator<Shard> ORDER =
                Comparator.comparing(Shard::chain).thenComparingInt(Shard::number);

        static Shard of(Head head) {
            return new Shard(head.chain(), head.shard());
        }
    }

    private static final int MOST = 100;

    private final Map<Shard, Head> heads = new HashMap<>();
    private final Map<Shard, Head> expected = new HashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private Optional<Shard> current = Optional.empty();
    private long line;

    private Verifier(List<Head> expected) {
        expected.forEach(head -> this.expected.put(Shard.of(head), head));
    }

    /** Without a checkpoint nobody can know that the end was not cut off. */
    public static Verifier alone() {
        return new Verifier(List.of());
    }

    public static Verifier against(Checkpoint checkpoint) {
        return new Verifier(checkpoint.heads());
    }

    /** The next line, with the line feed at its end. */
    public void take(byte[] bytes) {
        line++;
        try {
            follow(Line.read(bytes));
        } catch (Malformed e) {
            flaw(Kind.UNREADABLE, "the line " + e.getMessage());
        }
    }

    public Verdict verdict() {
        for (var end : expected.values()) {
            long last = last(Shard.of(end)).sequence();
            if (last < end.sequence()) {
                flaws.add(new Flaw(0, Kind.CUT, "%s ends at %d of %d".formatted(name(end), last, end.sequence())));
            }
        }
        return new Verdict(line, flaws);
    }

    private void follow(Line next) {
        if (!next.intact()) {
            flaw(Kind.ALTERED, name(next.after()) + " does not have the hash that its content has");
        }
        var shard = Shard.of(next.after());
        if (current.filter(it -> Shard.ORDER.compare(it, shard) > 0).isPresent()) {
            flaw(Kind.REORDERED, name(next.after()) + " comes after a later shard");
        }
        current = Optional.of(shard);
        link(last(shard), next);
        compare(next.after());
        if (next.after().sequence() > last(shard).sequence()) {
            heads.put(shard, next.after());
        }
    }

    private void link(Head last, Line next) {
        long ahead = next.before().sequence() - last.sequence();
        if (ahead > 0) {
            flaw(Kind.GAP, "%d records are missing before %s".formatted(ahead, name(next.after())));
        } else if (ahead == 0 && !next.before().hash().equals(last.hash())) {
            flaw(Kind.FORKED, name(next.after()) + " follows another record than the one before it");
        } else if (ahead < 0) {
            boolean same = next.after().hash().equals(last.hash());
            flaw(same || ahead < -1 ? Kind.REORDERED : Kind.FORKED, name(next.after()) + " was there already");
        }
    }

    private void compare(Head after) {
        var end = expected.get(Shard.of(after));
        if (end != null && end.sequence() == after.sequence() && !end.equals(after)) {
            flaw(Kind.FORKED, name(after) + " is not the record that the checkpoint saw");
        }
    }

    private Head last(Shard shard) {
        return heads.getOrDefault(shard, Head.start(shard.chain(), shard.number()));
    }

    private void flaw(Kind kind, String what) {
        if (flaws.size() < MOST) {
            flaws.add(new Flaw(line, kind, what));
        }
    }

    private static String name(Head head) {
        return "%s %d/%d".formatted(head.chain(), head.shard(), head.sequence());
    }
}
