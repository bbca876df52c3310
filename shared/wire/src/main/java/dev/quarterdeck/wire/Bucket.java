package dev.quarterdeck.wire;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A token bucket that callers wait at in the order they came. It runs at half its pace after each throttle and finds
 * back by a fiftieth a second.
 */
final class Bucket {
    private static final double SLOWEST = 1.0 / 16;
    private static final double RECOVERY_PER_SECOND = 0.02;
    private static final double NANOS = 1e9;

    private final Rate rate;
    private final Timing timing;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Object state = new Object();
    private double tokens;
    private double pace = 1;
    private long settledAt;
    private long slowedAt;
    private boolean retired;

    Bucket(Rate rate, Timing timing) {
        this.rate = rate;
        this.timing = timing;
        this.tokens = rate.burst();
        this.settledAt = timing.nanos();
        this.slowedAt = settledAt;
    }

    /** Waits for a token. False if this bucket was retired meanwhile: the caller asks for its successor. */
    boolean take() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            // Only the caller whose turn it is sleeps, and never longer than one token takes, so a new pace is soon
            // felt.
            for (long wait = claim(); wait != 0; wait = claim()) {
                if (wait < 0) {
                    return false;
                }
                timing.sleep(Duration.ofNanos(wait));
            }
            return true;
        } finally {
            turn.unlock();
        }
    }

    /** Takes a token: 0; or says how many nanoseconds to wait for one; or -1 where the bucket is retired. */
    private long claim() {
        synchronized (state) {
            if (retired) {
                return -1;
            }
            settle();
            if (tokens >= 1) {
                tokens--;
                return 0;
            }
            return Math.max(1, (long) Math.ceil((1 - tokens) / (rate.perSecond() * pace) * NANOS));
        }
    }

    /** AWS said slow down to a call that was sent at {@code sentAt}. One storm halves the pace once. */
    void throttled(long sentAt) {
        synchronized (state) {
            settle();
            if (sentAt - slowedAt >= 0) {
                pace = Math.max(SLOWEST, pace / 2);
                slowedAt = timing.nanos();
                tokens = 0;
            }
        }
    }

    /** Retires a bucket that knows nothing a new one would not: nobody waits, it is full and at full pace. */
    boolean retire() {
        synchronized (state) {
            settle();
            retired |= !turn.isLocked() && tokens >= rate.burst() && pace >= 1;
            return retired;
        }
    }

    double pace() {
        synchronized (state) {
            settle();
            return pace;
        }
    }

    private void settle() {
        long now = timing.nanos();
        double seconds = (now - settledAt) / NANOS;
        double faster = Math.min(1, pace + seconds * RECOVERY_PER_SECOND);
        tokens = Math.min(rate.burst(), tokens + seconds * rate.perSecond() * (pace + faster) / 2);
        pace = faster;
        settledAt = now;
    }
}
