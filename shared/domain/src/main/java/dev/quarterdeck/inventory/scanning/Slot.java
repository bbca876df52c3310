package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.inventory.scanning.CellState.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A worker: leases cells and reads them, one after the other, until none is left or its time is up. */
public final class Slot {
    private final ScanQueue queue;
    private final Scans scans;
    private final Surroundings surroundings;

    /** What reads, what keeps a lease alive meanwhile, what this process saw of others' leases, and the time. */
    public record Surroundings(CellReader reader, Pulse pulse, Watch watch, Clock clock) {}

    public Slot(ScanQueue queue, Scans scans, Surroundings surroundings) {
        this.queue = queue;
        this.scans = scans;
        this.surroundings = surroundings;
    }

    /** How many cells it read. None are begun after that time, nor for a scan that is paused or over. */
    public int work(ScanId scan, Duration most) throws InterruptedException {
        Instant end = surroundings.clock().instant().plus(most);
        int read = 0;
        while (surroundings.clock().instant().isBefore(end) && isRunning(scan)) {
            Optional<Lease> lease = queue.take(scan, surroundings.watch());
            if (lease.isEmpty()) {
                return read;
            }
            read += read(lease.get()) ? 1 : 0;
        }
        return read;
    }

    private boolean read(Lease lease) throws InterruptedException {
        var mine = new AtomicBoolean(true);
        Outcome outcome;
        try (var _ = surroundings
                .pulse()
                .begin(() -> mine.compareAndSet(true, queue.beat(lease) && !isOver(lease.scan())))) {
            outcome = surroundings.reader().read(lease, mine::get);
        }
        return switch (outcome) {
            case Outcome.Read(var result) -> queue.finish(lease, result);
            case Outcome.Failed(var why) -> queue.fail(lease, why);
            case Outcome.Open _, Outcome.Leased _ ->
                throw new IllegalStateException("what was read is neither open nor leased: " + lease);
        };
    }

    private boolean isRunning(ScanId scan) {
        return scans.find(scan)
                .filter(some -> some.status() == Scan.Status.RUNNING)
                .isPresent();
    }

    private boolean isOver(ScanId scan) {
        return scans.find(scan).filter(some -> !some.isOver()).isEmpty();
    }
}
