package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.collect.scan.Progress;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;
import java.util.function.BooleanSupplier;

/** Passes on what is found, and stops the reading once it would count for nothing. */
final class Attentive implements FactSink {
    private final FactSink sink;
    private final BooleanSupplier mine;
    private final Thread reader = Thread.currentThread();
    private boolean stopped;

    /** Made by the thread that reads. */
    Attentive(FactSink sink, BooleanSupplier mine) {
        this.sink = sink;
        this.mine = mine;
    }

    @Override
    public void resource(Resource resource) {
        sink.resource(resource);
    }

    @Override
    public Runnable ready(Resource resource) {
        return sink.ready(resource);
    }

    @Override
    public void edge(Edge edge) {
        sink.edge(edge);
    }

    @Override
    public void coverage(Coverage coverage) {
        sink.coverage(coverage);
    }

    @Override
    public void progress(Progress progress) {
        if (!stopped && !mine.getAsBoolean()) {
            stopped = true;
            reader.interrupt();
        }
        sink.progress(progress);
    }
}
