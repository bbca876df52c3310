package dev.quarterdeck.accounts;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether the hub can do its work in an account, since when, and if not, why not. */
public record Health(State state, List<Reason> reasons, Instant since) {
    public Health {
        reasons = List.copyOf(reasons);
        boolean explained = state == State.GOOD || state == State.UNKNOWN || !reasons.isEmpty();
        if (!explained) {
            throw new IllegalArgumentException("health '%s' needs a reason".formatted(state.word()));
        }
    }

    public enum State {
        /** Nobody has looked yet. */
        UNKNOWN,
        GOOD,
        /** Some of it works. */
        DEGRADED,
        BROKEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "health must be unknown, good, degraded or broken: '%s'".formatted(Visible.text(word))));
        }
    }

    /** A stable code for programs, and a sentence for people. */
    public record Reason(String code, String sentence) {}

    public static Health unknown(Instant since) {
        return new Health(State.UNKNOWN, List.of(), since);
    }

    /** The same state for the same reasons lasts since it began. */
    public Health then(Health later) {
        return state == later.state && reasons.equals(later.reasons) ? this : later;
    }
}
