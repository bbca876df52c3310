package dev.quarterdeck.collect.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does one thing with each of many, several at a time on virtual threads, and returns when all are done. */
final class Fork {
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    private final List<Thread> workers = new ArrayList<>();
    private final AtomicInteger working;
    private final Runnable atEnd;

    private Fork(int width, Runnable atEnd) {
        this.working = new AtomicInteger(width);
        this.atEnd = atEnd;
    }

    /**
     * At most {@code width} at a time. Interrupting the caller interrupts those under way; the others are still begun, so
     * that each can say that it was not done. The first thing thrown is thrown here after all have ended.
     */
    static <T> void each(Collection<? extends T> all, int width, Consumer<? super T> work) {
        if (all.size() == 1) {
            work.accept(all.iterator().next());
        } else if (!all.isEmpty()) {
            begin(all, width, work, () -> {}).join();
        }
    }

    /** Like {@link #each}, but goes on while the caller does other things; {@code atEnd} is done after the last. */
    static <T> Fork begin(Collection<? extends T> all, int width, Consumer<? super T> work, Runnable atEnd) {
        int many = Math.max(1, Math.min(width, all.size()));
        var fork = new Fork(many, atEnd);
        var waiting = new ConcurrentLinkedQueue<T>(all);
        for (int i = 0; i < many; i++) {
            fork.workers.add(Thread.startVirtualThread(() -> fork.drain(waiting, work)));
        }
        return fork;
    }

    boolean isOver() {
        return working.get() == 0;
    }

    void join() {
        boolean interrupted = Thread.interrupted();
        if (interrupted) {
            workers.forEach(Thread::interrupt);
        }
        for (Thread worker : workers) {
            interrupted |= joined(worker);
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
        if (working.decrementAndGet() == 0) {
            atEnd.run();
        }
    }

    /** Waits for one worker; whether we were told to stop meanwhile, in which case all were told. */
    private boolean joined(Thread worker) {
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
