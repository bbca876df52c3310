package dev.quarterdeck.platform.local.events;

import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.events.Delivery;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The thread that delivers events: when it is woken, and every so often, for what is due again or was left behind. */
public final class Dispatcher implements AutoCloseable {
    private final Delivery delivery;
    private final long pauseNanos;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    private Dispatcher(Delivery delivery, Duration pause) {
        this.delivery = delivery;
        this.pauseNanos = pause.toNanos();
        this.thread = Thread.ofPlatform().name("dispatcher").daemon().unstarted(this::run);
    }

    public static Dispatcher start(Delivery delivery, Duration pause) {
        var dispatcher = new Dispatcher(delivery, pause);
        dispatcher.thread.start();
        return dispatcher;
    }

    /** Something was written: look now. */
    public void wake() {
        wakes.release();
    }

    /** Ends after the event that is being handled. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                sweep();
                if (wakes.tryAcquire(pauseNanos, TimeUnit.NANOSECONDS)) {
                    wakes.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // only its owner ends this thread, by closing; but an end it is
        }
    }

    private void sweep() {
        try {
            delivery.sweep();
        } catch (FailureException _) {
            // the table does not answer: whoever asks it next is told, and what is due stays due
        }
    }
}
