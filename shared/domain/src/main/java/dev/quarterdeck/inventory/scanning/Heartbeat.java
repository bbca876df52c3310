package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.kernel.FailureException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Beats at a steady pace, on a thread of its own. */
public record Heartbeat(Duration every) implements Pulse {
    @Override
    public Beating begin(Runnable beat) {
        var stop = new CountDownLatch(1);
        Thread.ofVirtual().name("heartbeat").start(() -> go(beat, stop));
        return stop::countDown;
    }

    private void go(Runnable beat, CountDownLatch stop) {
        try {
            while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                once(beat);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody holds this thread: it is the process that ends
        }
    }

    /** A table that does not answer misses a beat; if it goes on so, the lease goes to another one, as it should. */
    private static void once(Runnable beat) {
        try {
            beat.run();
        } catch (FailureException _) {
            // the next one may succeed
        }
    }
}
