package dev.quarterdeck.collect.scan;

import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;

/**
 * Takes what a scan finds, as it comes. All calls of one scan but {@link #ready} come from one thread that is never
 * interrupted, one after another; edges come last, when both ends can be known. Whatever it throws ends the scan and is thrown by it.
 */
public interface FactSink {
    void resource(Resource resource);

    /**
     * Called by the readers, several at once: does what can be done without regard to others, and gives back what then is
     * to be done as if by {@link #resource}. So readers share the work instead of waiting for one thread with pages in hand.
     */
    default Runnable ready(Resource resource) {
        return () -> resource(resource);
    }

    void edge(Edge edge);

    /** Once for each account, region and type. */
    void coverage(Coverage coverage);

    /** A few times a second, and once at the end. */
    default void progress(Progress progress) {}
}
