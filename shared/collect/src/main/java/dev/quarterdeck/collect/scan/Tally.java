package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.scan.Progress.Requests;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.CallListener;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests of a scan. The client tells it of each; the scan tells which were refused. */
public final class Tally implements CallListener {
    private static final int SLOWEST = 5;

    private final ConcurrentMap<Key, Counter> counters = new ConcurrentHashMap<>();
    private final PriorityQueue<Slow> slowest = new PriorityQueue<>(Comparator.comparing(Slow::took));
    private final LongAdder sent = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private volatile long slowEnough;

    /** What is counted together; {@code region} is where the requests went. */
    public record Key(String account, String region, String service, String operation) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::account)
                .thenComparing(Key::region)
                .thenComparing(Key::service)
                .thenComparing(Key::operation);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** How many requests went out, how many were told to slow down or refused, and how long they took in all. */
    public record Count(long calls, long throttled, long denied, Duration took) {}

    /** One request that took long. */
    public record Slow(Key key, Duration took) {}

    /** All counts, and the five longest requests, longest first. */
    public record Summary(Map<Key, Count> counts, List<Slow> slowest) {}

    private static final class Counter {
        private long calls;
        private long throttled;
        private long denied;
        private long nanos;

        synchronized void sent(Attempt attempt) {
            calls++;
            throttled += attempt.received().throttled() ? 1 : 0;
            nanos += attempt.took().toNanos();
        }

        synchronized void denied() {
            denied++;
        }

        synchronized Count count() {
            return new Count(calls, throttled, denied, Duration.ofNanos(nanos));
        }
    }

    @Override
    public void sent(Attempt attempt) {
        Key key = key(attempt.call(), attempt.region());
        counter(key).sent(attempt);
        sent.increment();
        if (attempt.received().throttled()) {
            throttled.increment();
        }
        if (attempt.took().toNanos() > slowEnough) {
            remember(new Slow(key, attempt.took()));
        }
    }

    /** The call was refused for want of a permission, or barred by a policy. */
    void denied(Call call) {
        counter(key(call, call.region())).denied();
    }

    Requests requests() {
        return new Requests(sent.sum(), throttled.sum());
    }

    public Summary summary() {
        var counts = new TreeMap<Key, Count>();
        counters.forEach((key, counter) -> counts.put(key, counter.count()));
        synchronized (slowest) {
            return new Summary(
                    counts,
                    slowest.stream()
                            .sorted(Comparator.comparing(Slow::took).reversed())
                            .toList());
        }
    }

    private void remember(Slow slow) {
        synchronized (slowest) {
            slowest.add(slow);
            if (slowest.size() > SLOWEST) {
                slowest.remove();
                slowEnough = slowest.element().took().toNanos();
            }
        }
    }

    private Counter counter(Key key) {
        return counters.computeIfAbsent(key, _ -> new Counter());
    }

    private static Key key(Call call, String region) {
        return new Key(call.access().account(), region, call.service(), call.operation());
    }
}
