package dev.quarterdeck.collect.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does one thing with each of many, several at a time on virtual threads, and returns when all are done. */
final class Fork {
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

    private Fork() {}

    /**
     * At most {@code width} at a time. Interrupting the caller interrupts those under way; the others are still begun, so
     * that each can say that it was not done. The first thing thrown is thrown here after all have ended.
     */
    static <T> void each(Collection<? extends T> all, int width, Consumer<? super T> work) {
        if (all.size() == 1) {
            work.accept(all.iterator().next());
        } else if (!all.isEmpty()) {
            new Fork().run(new ConcurrentLinkedQueue<>(all), Math.min(width, all.size()), work);
        }
    }

    private <T> void run(Queue<T> waiting, int width, Consumer<? super T> work) {
        var workers = new ArrayList<Thread>(width);
        for (int i = 0; i < width; i++) {
            workers.add(Thread.startVirtualThread(() -> drain(waiting, work)));
        }
        boolean interrupted = Thread.interrupted();
        if (interrupted) {
            workers.forEach(Thread::interrupt);
        }
        for (Thread worker : workers) {
            interrupted |= joined(worker, workers);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        rethrow();
    }

    private <T> void drain(Queue<T> waiting, Consumer<? super T> work) {
        for (T next = waiting.poll(); next != null && fault.get() == null; next = waiting.poll()) {
            try {
                work.accept(next);
            } catch (RuntimeException | Error e) {
                fault.compareAndSet(null, e);
            }
        }
    }

    /** Waits for one worker; whether we were told to stop meanwhile, in which case all were told. */
    private static boolean joined(Thread worker, List<Thread> workers) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.join();
                return interrupted;
            } catch (InterruptedException _) {
                interrupted = true;
                workers.forEach(Thread::interrupt);
            }
        }
    }

    private void rethrow() {
        switch (fault.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException("only unchecked faults are kept", e);
        }
    }
}
