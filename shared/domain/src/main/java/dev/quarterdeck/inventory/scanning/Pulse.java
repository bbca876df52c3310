package dev.quarterdeck.inventory.scanning;

/** Calls something every so often until it is closed, whatever the caller does meanwhile. */
@FunctionalInterface
public interface Pulse {
    Beating begin(Runnable beat);

    /** What goes on until it is closed. */
    interface Beating extends AutoCloseable {
        @Override
        void close();
    }
}
