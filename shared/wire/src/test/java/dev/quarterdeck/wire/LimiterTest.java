package dev.quarterdeck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LimiterTest {
    private static final Limiter.Cell HERE = new Limiter.Cell("111111111111", "eu-west-1", "ec2", "non-mutating");

    private final FakeTiming timing = new FakeTiming();

    @Test
    void takesAQuarterOfWhatAwsAllows() throws InterruptedException {
        Limiter limiter = new Limiter(OptionalInt.of(25), timing);
        for (int i = 0; i < 25 + 50; i++) {
            limiter.await(HERE, new Rate(100, 20));
        }
        assertThat(timing.slept()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void lettingOneCellWaitDoesNotTouchAnother() throws InterruptedException {
        Limiter limiter = new Limiter(OptionalInt.of(100), timing);
        Limiter.Cell there = new Limiter.Cell("111111111111", "eu-west-2", "ec2", "non-mutating");
        limiter.await(HERE, new Rate(1, 1));
        limiter.throttled(HERE, new Rate(1, 1), timing.nanos());
        limiter.await(there, new Rate(1, 1));
        assertThat(timing.slept()).isZero();
        assertThat(limiter.pace(HERE)).isEqualTo(0.5);
        assertThat(limiter.pace(there)).isEqualTo(1);
    }

    @Test
    void forgetsCellsThatAreAtRest() throws InterruptedException {
        Limiter limiter = new Limiter(OptionalInt.of(100), timing);
        for (int i = 0; i < 100_000; i++) {
            limiter.await(new Limiter.Cell("1", "eu-west-1", "service-" + i, ""), new Rate(1, 1000));
            timing.pass(Duration.ofMillis(1));
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (limiter.size() > 20_000 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(limiter.size()).isLessThanOrEqualTo(20_000);
    }

    /** 40 callers at each of 60 cells on virtual threads, at full rate: the last token comes when AWS's bucket gives it. */
    @Test
    void reachesTheBoundOfItsBuckets() throws InterruptedException {
        Limiter limiter = new Limiter(OptionalInt.of(100), Timing.of(Clock.systemUTC()));
        Rate rate = new Rate(10, 40);
        int calls = 60;
        List<Thread> callers = new ArrayList<>();
        long began = System.nanoTime();
        for (int cell = 0; cell < 60; cell++) {
            Limiter.Cell at = new Limiter.Cell("account-" + cell, "eu-west-1", "ec2", "");
            for (int i = 0; i < calls; i++) {
                callers.add(Thread.startVirtualThread(() -> {
                    try {
                        limiter.await(at, rate);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
        }
        for (Thread caller : callers) {
            caller.join();
        }
        double took = (System.nanoTime() - began) / 1e9;
        double bound = (calls - rate.burst()) / rate.perSecond();
        assertThat(took / bound).isBetween(1.0, 1.6); // the bench holds it to 1.1 on a quiet machine
    }
}
