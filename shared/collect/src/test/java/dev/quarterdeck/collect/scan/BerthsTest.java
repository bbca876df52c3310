package dev.quarterdeck.collect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.scan.Berths.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BerthsTest {
    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void letsTheNextInWhenOneHasLeft() throws InterruptedException {
        var berths = new Berths(1, NEVER);
        Berths.Berth first = berths.enter(Urgency.ORDINARY);
        var entered = new CountDownLatch(1);
        Thread next = Thread.startVirtualThread(() -> {
            try (Berths.Berth _ = berths.enter(Urgency.ORDINARY)) {
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

        try (Berths.Berth _ = berths.enter(Urgency.ORDINARY)) {
            Thread.startVirtualThread(() -> {
                try (Berths.Berth _ = berths.enter(Urgency.ORDINARY)) {
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

        try (Berths.Berth _ = berths.enter(Urgency.ORDINARY)) {
            Thread stopped = Thread.startVirtualThread(() -> {
                Thread.currentThread().interrupt();
                try (Berths.Berth _ = berths.enter(Urgency.ORDINARY)) {
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                    entered.countDown();
                }
            });
            assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
            stopped.join();
        }
        try (Berths.Berth next = berths.enter(Urgency.ORDINARY)) {
            assertThat(next).as("the berth is given back once, not twice").isNotNull();
        }
    }

    @Test
    void letsTheMoreUrgentGoBeforeThoseWhoWaitedLonger() throws InterruptedException {
        var berths = new Berths(1, NEVER);
        var order = new ConcurrentLinkedQueue<Urgency>();
        Berths.Berth first = berths.enter(Urgency.ORDINARY);
        var waiting = new ArrayList<Thread>();
        for (Urgency urgency : List.of(Urgency.ORDINARY, Urgency.CROWDED, Urgency.UNKNOWN)) {
            Thread next = Thread.startVirtualThread(() -> {
                try (Berths.Berth _ = berths.enter(urgency)) {
                    order.add(urgency);
                }
            });
            waiting.add(next);
            while (next.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }

        first.close();

        for (Thread thread : waiting) {
            thread.join();
        }
        assertThat(order).containsExactly(Urgency.UNKNOWN, Urgency.CROWDED, Urgency.ORDINARY);
    }

    @Test
    void saysAtOnceIfThereIsNoRoom() {
        var berths = new Berths(1, NEVER);
        Berths.Berth only = berths.enterAtOnce().orElseThrow();

        assertThat(berths.enterAtOnce()).isEmpty();
        only.close();
        assertThat(berths.enterAtOnce()).isPresent();
    }
}
