package dev.quarterdeck.collect.scan;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets so many be at work at once, in the order they came, which keeps memory flat. Whoever is still at it after a while
 * counts no longer: it waits for its own bucket or for a server that hangs, and that must hold up nobody else.
 */
final class Berths {
    private final Semaphore free;
    private final Duration patience;

    Berths(int count, Duration patience) {
        this.free = new Semaphore(count, true);
        this.patience = patience;
    }

    /** Waits for a berth. Interrupted, one comes in without: it will find the scan stopped. */
    Berth enter() {
        try {
            free.acquire();
            return new Berth();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Berth(false);
        }
    }

    /** The right to be at work, given back once. */
    final class Berth implements AutoCloseable {
        private final AtomicBoolean held;
        private final Thread alarm;

        private Berth() {
            this(true);
        }

        private Berth(boolean taken) {
            held = new AtomicBoolean(taken);
            alarm = Thread.startVirtualThread(this::closeLater);
        }

        private void closeLater() {
            try {
                Thread.sleep(patience);
                close();
            } catch (InterruptedException _) {
                // It was given back before.
            }
        }

        @Override
        public void close() {
            if (held.getAndSet(false)) {
                free.release();
                alarm.interrupt();
            }
        }
    }
}
