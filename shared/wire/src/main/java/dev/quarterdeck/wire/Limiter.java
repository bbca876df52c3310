package dev.quarterdeck.wire;

import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps us a small guest: one token bucket for each account, region and group of operations that AWS meters together,
 * at a percentage of what AWS allows.
 */
final class Limiter {
    private static final int SWEEP_EVERY = 8192;

    private final OptionalInt percent;
    private final Timing timing;
    private final ConcurrentMap<Cell, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();

    /** What AWS meters together. */
    record Cell(String account, String region, String service, String group) {}

    Limiter(OptionalInt percent, Timing timing) {
        this.percent = percent;
        this.timing = timing;
    }

    /** Waits until the call may be sent. Interrupting ends the wait. */
    void await(Cell cell, Rate rate) throws InterruptedException {
        while (percent.isPresent() && !bucket(cell, rate).take()) {
            // Swept away between the look-up and the wait: the next look-up makes a new one.
            buckets.computeIfPresent(cell, (_, found) -> found.retire() ? null : found);
        }
    }

    /** AWS said slow down to a call sent at {@code sentAt} (nanoseconds of {@link Timing}). */
    void throttled(Cell cell, Rate rate, long sentAt) {
        bucket(cell, rate).throttled(sentAt);
    }

    double pace(Cell cell) {
        Bucket bucket = buckets.get(cell);
        return bucket == null ? 1 : bucket.pace();
    }

    int size() {
        return buckets.size();
    }

    private Bucket bucket(Cell cell, Rate rate) {
        return buckets.computeIfAbsent(cell, _ -> make(rate));
    }

    private Bucket make(Rate rate) {
        if (made.incrementAndGet() % SWEEP_EVERY == 0) {
            Thread.startVirtualThread(() -> buckets.values().removeIf(Bucket::retire));
        }
        return new Bucket(rate.percent(percent.orElse(100)), timing);
    }
}
