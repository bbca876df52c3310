package dev.quarterdeck.wire;

import java.time.Duration;
import java.util.Optional;

/** How often and how long we ask again: jitter, a budget for each cell, and the time that a call may take in all. */
final class Patience {
    private static final int MOST_RETRIES = 4;
    private static final int MOST_RETRIES_THROTTLED = 8;

    private final RetryBudget budget = new RetryBudget();
    private final Backoff backoff;
    private final Duration longestCall;

    /** Why to ask again. {@code askedFor} is the pause that AWS wants. */
    record Trouble(boolean throttled, boolean timedOut, Duration askedFor) {}

    Patience(Timing timing, Duration longestCall) {
        this.backoff = new Backoff(timing);
        this.longestCall = longestCall;
    }

    Backoff backoff() {
        return backoff;
    }

    /** What is left for a call that was under way for so long. */
    Duration left(Duration spent) {
        return longestCall.minus(spent);
    }

    /** How long to wait before asking again; empty if that is over. */
    Optional<Duration> pause(Limiter.Cell cell, Trouble trouble, int retries, Duration spent) {
        if (retries >= (trouble.throttled() ? MOST_RETRIES_THROTTLED : MOST_RETRIES)) {
            return Optional.empty();
        }
        Duration pause = backoff.before(retries + 1, trouble.throttled(), trouble.askedFor());
        return pause.compareTo(left(spent)) < 0 && budget.pay(cell, trouble.timedOut())
                ? Optional.of(pause)
                : Optional.empty();
    }

    void succeeded(Limiter.Cell cell, int retries) {
        budget.earn(cell, retries > 0);
    }
}
