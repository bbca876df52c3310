package dev.quarterdeck.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and SIGTERM by way of a shutdown hook, which every platform has. */
final class ShutdownInterrupts implements Interrupts {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public Guard during(Runnable stop) {
        var done = new CountDownLatch(1);
        var hook = new Thread(() -> stopAndWait(stop, done), "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // the process is already ending: the hook waits for the latch
            }
            done.countDown();
        };
    }

    /** Halts, because the thread that ran the command cannot exit with a code of its own any more. */
    private static void stopAndWait(Runnable stop, CountDownLatch done) {
        stop.run();
        try {
            boolean _ = done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }
}
