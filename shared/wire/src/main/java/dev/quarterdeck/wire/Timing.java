package dev.quarterdeck.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Time and chance as the client meets them, so that a test can hold both in its hands. */
interface Timing {
    /** The wall clock, for signatures and expiry. */
    Instant now();

    /** A clock that only ever goes forward, for rates and time-outs. */
    long nanos();

    void sleep(Duration time) throws InterruptedException;

    /** Evenly spread over [0, 1): the jitter of retries. */
    double chance();

    static Timing of(Clock clock) {
        return new Real(clock);
    }

    /** The real thing. */
    record Real(Clock clock) implements Timing {
        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }

        @Override
        public double chance() {
            return ThreadLocalRandom.current().nextDouble();
        }
    }
}
