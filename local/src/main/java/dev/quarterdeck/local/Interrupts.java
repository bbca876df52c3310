package dev.quarterdeck.local;

/** How a person stops what runs. */
interface Interrupts {
    /** Until the guard is closed, Ctrl-C runs {@code stop} and the process waits for the guard to be closed. */
    Guard during(Runnable stop);

    /** Ends the time in which Ctrl-C is ours. */
    interface Guard extends AutoCloseable {
        @Override
        void close();
    }
}
