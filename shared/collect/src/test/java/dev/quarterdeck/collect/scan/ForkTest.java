package dev.quarterdeck.collect.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForkTest {
    @Test
    void doesEachOnceAndNeverMoreThanItsWidthAtATime() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();

        Fork.each(IntStream.range(0, 500).boxed().toList(), 7, i -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            assertThat(done.add(i)).isTrue();
            atOnce.decrementAndGet();
        });

        assertThat(done).hasSize(500);
        assertThat(most.get()).isLessThanOrEqualTo(7);
    }

    @Test
    void reallyWorksSideBySide() {
        var barrier = new CyclicBarrier(3);

        Fork.each(Set.of(1, 2, 3), 3, _ -> {
            try {
                barrier.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(barrier.isBroken()).isFalse();
    }

    @Test
    void throwsWhatOneThrew() {
        assertThatThrownBy(() -> Fork.each(Set.of(1, 2, 3), 2, i -> {
                    if (i == 2) {
                        throw new IllegalStateException("two");
                    }
                }))
                .hasMessage("two");
    }

    @Test
    void interruptsAllAndStillBeginsTheRest() throws InterruptedException {
        var begun = ConcurrentHashMap.<Integer>newKeySet();
        var waiting = new CountDownLatch(2);
        var never = new CountDownLatch(1);
        Thread caller = Thread.ofPlatform().unstarted(() -> {
            Fork.each(IntStream.range(0, 10).boxed().collect(Collectors.toList()), 2, i -> {
                begun.add(i);
                waiting.countDown();
                try {
                    never.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
            begun.add(Thread.currentThread().isInterrupted() ? 100 : -1);
        });
        caller.start();

        waiting.await();
        caller.interrupt();
        caller.join();

        assertThat(begun).hasSize(11).contains(100);
    }
}
