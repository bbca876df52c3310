package dev.quarterdeck.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BucketTest {
    private final FakeTiming timing = new FakeTiming();

    private void take(Bucket bucket, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            assertThat(bucket.take()).isTrue();
        }
    }

    @Test
    void givesItsBurstAtOnceAndThenOneTokenAtATime() throws InterruptedException {
        Bucket bucket = new Bucket(new Rate(100, 20), timing);
        take(bucket, 100);
        assertThat(timing.slept()).isZero();
        take(bucket, 200);
        // 200 more at 20 a second: the bound that AWS's own bucket sets.
        assertThat(timing.slept().toMillis()).isCloseTo(10_000, within(10L));
    }

    @Test
    void keepsWhatWasNotUsedUpToItsBurst() throws InterruptedException {
        Bucket bucket = new Bucket(new Rate(10, 5), timing);
        take(bucket, 10);
        timing.pass(Duration.ofHours(1));
        take(bucket, 10);
        assertThat(timing.slept()).isZero();
        take(bucket, 1);
        assertThat(timing.slept()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void halvesItsPaceOnceForAStormAndFindsBackSlowly() throws InterruptedException {
        Bucket bucket = new Bucket(new Rate(10, 10), timing);
        take(bucket, 5);
        long sentTogether = timing.nanos();
        timing.pass(Duration.ofMillis(50));
        for (int i = 0; i < 5; i++) {
            bucket.throttled(sentTogether);
        }
        assertThat(bucket.pace()).isEqualTo(0.5);
        take(bucket, 1);
        assertThat(timing.slept().toMillis()).isCloseTo(200, within(2L));
        bucket.throttled(timing.nanos());
        assertThat(bucket.pace()).isCloseTo(0.25, within(0.01));
        timing.pass(Duration.ofSeconds(20));
        assertThat(bucket.pace()).isCloseTo(0.65, within(0.01));
        timing.pass(Duration.ofSeconds(20));
        assertThat(bucket.pace()).isEqualTo(1);
    }

    @Test
    void neverStopsAltogether() {
        Bucket bucket = new Bucket(new Rate(10, 10), timing);
        for (int i = 0; i < 50; i++) {
            timing.pass(Duration.ofNanos(1));
            bucket.throttled(timing.nanos());
        }
        assertThat(bucket.pace()).isCloseTo(1.0 / 16, within(1e-6));
    }

    @Test
    void servesInTheOrderOfComing() throws InterruptedException {
        Bucket bucket = new Bucket(new Rate(1, 200), Timing.of(java.time.Clock.systemUTC()));
        take(bucket, 1);
        List<Integer> served = new ArrayList<>();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            Thread caller = Thread.ofVirtual().unstarted(() -> {
                try {
                    bucket.take();
                    synchronized (served) {
                        served.add(number);
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            callers.add(caller);
            caller.start();
            while (caller.getState() != Thread.State.WAITING && caller.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
                if (caller.getState() == Thread.State.TERMINATED) {
                    break;
                }
            }
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(served).isSorted().hasSize(20);
    }

    @Test
    void stopsWaitingWhenInterrupted() throws InterruptedException {
        Bucket bucket = new Bucket(new Rate(1, 0.001), Timing.of(java.time.Clock.systemUTC()));
        take(bucket, 1);
        CountDownLatch ended = new CountDownLatch(2);
        AtomicReference<String> wrong = new AtomicReference<>("");
        Runnable caller = () -> {
            try {
                bucket.take();
                wrong.set("a token came from nowhere");
            } catch (InterruptedException _) {
                ended.countDown();
            }
        };
        Thread first = Thread.startVirtualThread(caller);
        Thread second = Thread.startVirtualThread(caller);
        second.interrupt();
        first.interrupt();
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(wrong.get()).isEmpty();
    }

    @Test
    void retiresOnlyWhenItKnowsNothingANewOneWouldNot() throws InterruptedException {
        Bucket bucket = new Bucket(new Rate(2, 1), timing);
        take(bucket, 1);
        assertThat(bucket.retire()).isFalse();
        timing.pass(Duration.ofSeconds(1));
        bucket.throttled(timing.nanos());
        timing.pass(Duration.ofSeconds(10));
        assertThat(bucket.retire()).as("still slowed down").isFalse();
        timing.pass(Duration.ofMinutes(1));
        assertThat(bucket.retire()).isTrue();
        assertThat(bucket.take()).as("a retired bucket gives nothing").isFalse();
    }
}
