package dev.quarterdeck.inventory.scanning;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What one process has seen of others' leases. Clocks of several machines cannot be compared, so a lease is over for this
 * one when its counter has not moved for a while by this one's own monotonic clock.
 */
public final class Watch {
    private final long nanos;
    private final LongSupplier clock;
    private final Map<Lease, Seen> seen = new ConcurrentHashMap<>();

    /** The clock is like {@link System#nanoTime}. */
    public Watch(Duration duration, LongSupplier clock) {
        this.nanos = duration.toNanos();
        this.clock = clock;
    }

    private record Seen(long beats, long at) {}

    /** Whether the holder of this lease has given no sign of life for as long as a lease lasts. */
    boolean isSilent(Lease lease, long beats) {
        long now = clock.getAsLong();
        Seen last = seen.compute(
                lease, (_, before) -> before == null || before.beats != beats ? new Seen(beats, now) : before);
        return now - last.at >= nanos;
    }

    /** Of all others nothing needs to be known any more. */
    void keepOnly(Set<Lease> leases) {
        seen.keySet().retainAll(leases);
    }
}
