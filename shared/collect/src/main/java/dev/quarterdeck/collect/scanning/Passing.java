package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.collect.scan.Progress;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;

/** Passes on all that is found, so that others can look at some of it on the way. */
abstract class Passing implements FactSink {
    private final FactSink sink;

    Passing(FactSink sink) {
        this.sink = sink;
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
        sink.progress(progress);
    }
}
