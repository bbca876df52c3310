package dev.quarterdeck.bench.simulated;

import dev.quarterdeck.wire.Rate;
import dev.quarterdeck.wire.Rates;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** AWS's side of throttling: one token bucket for each account, region and group of operations; it counts all it sees. */
final class Meter {
    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> operations = new ConcurrentHashMap<>();
    private final boolean patient;
    private final LongAdder throttled = new LongAdder();

    Meter() {
        this(false);
    }

    private Meter(boolean patient) {
        this.patient = patient;
    }

    /** One that lets everybody through. */
    static Meter patient() {
        return new Meter(true);
    }

    private record Key(String account, String region, String service, String group) {}

    /** False if the request comes too soon. */
    boolean admits(String account, String region, Rates.Group group, String operation) {
        operations
                .computeIfAbsent(group.service() + ":" + operation, _ -> new LongAdder())
                .increment();
        if (patient) {
            return true;
        }
        boolean admitted = buckets.computeIfAbsent(
                        new Key(account, region, group.service(), group.operation()), _ -> new Bucket(group.rate()))
                .take();
        if (!admitted) {
            throttled.increment();
        }
        return admitted;
    }

    long requests() {
        return operations.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How often each operation was asked for. */
    SortedMap<String, Long> operations() {
        var counted = new TreeMap<String, Long>();
        operations.forEach((operation, times) -> counted.put(operation, times.sum()));
        return counted;
    }

    long throttled() {
        return throttled.sum();
    }

    /** The least time in which anybody could have made these calls: the slowest bucket's, and the last answer's way. */
    double boundSeconds(double latencySeconds) {
        return latencySeconds
                + buckets.values().stream()
                        .mapToDouble(Bucket::boundSeconds)
                        .max()
                        .orElse(0);
    }

    private static final class Bucket {
        private final Rate rate;
        private double tokens;
        private long at = System.nanoTime();
        private long taken;

        Bucket(Rate rate) {
            this.rate = rate;
            this.tokens = rate.burst();
        }

        synchronized boolean take() {
            long now = System.nanoTime();
            tokens = Math.min(rate.burst(), tokens + (now - at) / 1e9 * rate.perSecond());
            at = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            taken++;
            return true;
        }

        synchronized double boundSeconds() {
            return Math.max(0, (taken - rate.burst()) / rate.perSecond());
        }
    }
}
