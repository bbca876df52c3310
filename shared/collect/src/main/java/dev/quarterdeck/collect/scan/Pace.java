package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.scan.Progress.Part;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Keeps count of how far a scan has come. */
final class Pace {
    private static final int TELLING = 20;

    private final Tally tally;
    private final long began = System.nanoTime();
    private final Steps accounts = new Steps();
    private final Steps regions = new Steps();
    private final Steps areas = new Steps();
    private final LongAdder resources = new LongAdder();
    private final LongAdder duplicates = new LongAdder();

    static final class Steps {
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger total = new AtomicInteger();

        void expect(int more) {
            total.addAndGet(more);
        }

        void finish() {
            done.incrementAndGet();
        }

        private Part part() {
            return new Part(done.get(), total.get());
        }
    }

    Pace(Tally tally) {
        this.tally = tally;
    }

    Steps accounts() {
        return accounts;
    }

    Steps regions() {
        return regions;
    }

    Steps areas() {
        return areas;
    }

    void resource() {
        resources.increment();
    }

    void duplicates(long more) {
        duplicates.add(more);
    }

    long resources() {
        return resources.sum();
    }

    long duplicates() {
        return duplicates.sum();
    }

    Progress progress() {
        Part done = areas.part();
        return new Progress(accounts.part(), regions.part(), done, resources(), tally.requests(), left(done));
    }

    /** Nothing before enough is done to tell by. */
    private Optional<Duration> left(Part part) {
        if (part.done() < TELLING || part.done() == part.total()) {
            return Optional.empty();
        }
        double each = (double) (System.nanoTime() - began) / part.done();
        return Optional.of(Duration.ofNanos((long) (each * (part.total() - part.done()))));
    }
}
