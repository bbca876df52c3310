package dev.quarterdeck.collect.scan;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets so many be at work at once, the more urgent first and else in the order they came, which keeps memory flat. Whoever
 * is still at it after a while counts no longer: it waits for its own bucket or for a server that hangs, and that must
 * hold up nobody else.
 */
final class Berths {
    private final Duration patience;
    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(Comparator.comparing(Waiting::urgency).thenComparingLong(Waiting::number));
    private int free;
    private long arrivals;

    Berths(int count, Duration patience) {
        this.free = count;
        this.patience = patience;
    }

    /** Who goes before whom. */
    enum Urgency {
        /** Nothing is known yet of what will be found. */
        UNKNOWN,
        /** Much was found: what is left will take long too. */
        CROWDED,
        ORDINARY
    }

    private record Waiting(Urgency urgency, long number, CountDownLatch turn) {}

    /** Waits for a berth. Interrupted, one comes in without: it will find the scan stopped. */
    Berth enter(Urgency urgency) {
        Waiting mine = queue(urgency);
        try {
            mine.turn.await();
            return new Berth(true);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Berth(!leaves(mine));
        }
    }

    /** A berth, if one is free and nobody waits for it. */
    synchronized Optional<Berth> enterAtOnce() {
        if (free == 0) {
            return Optional.empty();
        }
        free--;
        return Optional.of(new Berth(true));
    }

    private synchronized Waiting queue(Urgency urgency) {
        var waiting = new Waiting(urgency, arrivals++, new CountDownLatch(1));
        if (free > 0) {
            free--;
            waiting.turn.countDown();
        } else {
            queue.add(waiting);
        }
        return waiting;
    }

    /** Whether one still waited; else the turn came meanwhile. */
    private synchronized boolean leaves(Waiting waiting) {
        return queue.remove(waiting);
    }

    private synchronized void release() {
        Waiting next = queue.poll();
        if (next == null) {
            free++;
        } else {
            next.turn.countDown();
        }
    }

    /** The right to be at work, given back once. */
    final class Berth implements AutoCloseable {
        private final AtomicBoolean held;
        private final CountDownLatch closed = new CountDownLatch(1);

        private Berth(boolean taken) {
            held = new AtomicBoolean(taken);
            Thread.startVirtualThread(this::closeLater);
        }

        /** Waits until it is given back, or counts no longer. */
        void awaitEnd() {
            try {
                closed.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private void closeLater() {
            try {
                if (!closed.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    close();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts an alarm", e);
            }
        }

        @Override
        public void close() {
            if (held.getAndSet(false)) {
                release();
            }
            closed.countDown();
        }
    }
}
