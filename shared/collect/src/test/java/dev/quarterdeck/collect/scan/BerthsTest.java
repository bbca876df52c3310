package dev.quarterdeck.collect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BerthsTest {
    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void letsTheNextInWhenOneHasLeft() throws InterruptedException {
        var berths = new Berths(1, NEVER);
        Berths.Berth first = berths.enter();
        var entered = new CountDownLatch(1);
        Thread next = Thread.startVirtualThread(() -> {
            try (Berths.Berth _ = berths.enter()) {
                entered.countDown();
            }
        });

        assertThat(entered.await(100, TimeUnit.MILLISECONDS)).isFalse();
        first.close();
        first.close();

        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        next.join();
    }

    @Test
    void doesNotCountWhoTakesLong() throws InterruptedException {
        var berths = new Berths(1, Duration.ofMillis(20));
        var entered = new CountDownLatch(1);

        try (Berths.Berth _ = berths.enter()) {
            Thread.startVirtualThread(() -> {
                try (Berths.Berth _ = berths.enter()) {
                    entered.countDown();
                }
            });
            assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void keepsNobodyWhoIsInterrupted() throws InterruptedException {
        var berths = new Berths(1, NEVER);
        var entered = new CountDownLatch(1);

        try (Berths.Berth _ = berths.enter()) {
            Thread stopped = Thread.startVirtualThread(() -> {
                Thread.currentThread().interrupt();
                try (Berths.Berth _ = berths.enter()) {
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                    entered.countDown();
                }
            });
            assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
            stopped.join();
        }
        try (Berths.Berth next = berths.enter()) {
            assertThat(next).as("the berth is given back once, not twice").isNotNull();
        }
    }
}
