package dev.quarterdeck.local.demo;

import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;

/** Takes facts that nobody keeps: while a tape is recorded, what is asked is all that counts. */
final class Nowhere implements FactSink {
    @Override
    public void resource(Resource resource) {}

    @Override
    public void edge(Edge edge) {}

    @Override
    public void coverage(Coverage coverage) {}
}
