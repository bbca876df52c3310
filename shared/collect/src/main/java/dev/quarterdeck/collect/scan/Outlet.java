package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.edges.EdgeResolver;
import dev.quarterdeck.collect.facts.Fact;
import dev.quarterdeck.inventory.Coverage;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands facts to the sink, one after another, on a thread of its own. That thread is never interrupted, for a file that
 * is being written to does not survive an interrupt; a full queue slows the readers down, so memory stays flat.
 */
final class Outlet implements AutoCloseable {
    private static final int WAITING = 512;
    private static final long PROGRESS_MILLIS = 200;

    private final FactSink sink;
    private final EdgeResolver edges;
    private final Supplier<Progress> progress;
    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(WAITING);
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    private final Thread writer;
    private volatile boolean closing;

    Outlet(FactSink sink, EdgeResolver edges, Supplier<Progress> progress) {
        this.sink = sink;
        this.edges = edges;
        this.progress = progress;
        this.writer = Thread.ofPlatform().name("quarterdeck-facts").daemon().start(this::write);
    }

    void fact(Fact fact) {
        guarded(() -> {
            Runnable taking = sink.ready(fact.resource());
            put(() -> {
                taking.run();
                edges.resource(fact.resource());
                fact.links().forEach(edges::link);
            });
        });
    }

    void coverage(Coverage coverage) {
        put(() -> sink.coverage(coverage));
    }

    /** Whether the sink has failed, so that reading on is in vain. */
    boolean broken() {
        return fault.get() != null;
    }

    private void put(Runnable delivery) {
        boolean interrupted = false;
        while (!broken()) {
            try {
                queue.put(delivery);
                break;
            } catch (InterruptedException _) {
                interrupted = true; // what has been read is delivered all the same
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        long shown = System.nanoTime();
        while (!closing || !queue.isEmpty()) {
            deliver();
            if (System.nanoTime() - shown > TimeUnit.MILLISECONDS.toNanos(PROGRESS_MILLIS)) {
                shown = System.nanoTime();
                guarded(() -> sink.progress(progress.get()));
            }
        }
        guarded(() -> edges.resolve(sink::edge));
        guarded(() -> sink.progress(progress.get()));
    }

    private void deliver() {
        try {
            Runnable next = queue.poll(PROGRESS_MILLIS / 4, TimeUnit.MILLISECONDS);
            if (next != null) {
                guarded(next);
            }
        } catch (InterruptedException _) {
            // Nobody has this thread to interrupt it.
        }
    }

    /** After a fault what still comes is thrown away: readers must not block on a queue that nobody empties. */
    private void guarded(Runnable delivery) {
        if (broken()) {
            return;
        }
        try {
            delivery.run();
        } catch (RuntimeException | Error e) {
            fault.set(e);
        }
    }

    /** Delivers what waits, then the edges. Throws what the sink threw. */
    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        switch (fault.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException("only unchecked faults are kept", e);
        }
    }
}
