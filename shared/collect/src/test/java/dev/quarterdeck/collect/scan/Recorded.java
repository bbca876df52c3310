package dev.quarterdeck.collect.scan;

import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what a scan tells. */
final class Recorded implements FactSink {
    final List<Resource> resources = new ArrayList<>();
    final List<Edge> edges = new ArrayList<>();
    final List<Coverage> coverage = new ArrayList<>();
    final List<Progress> progress = new ArrayList<>();

    @Override
    public void resource(Resource resource) {
        resources.add(resource);
    }

    @Override
    public void edge(Edge edge) {
        edges.add(edge);
    }

    @Override
    public void coverage(Coverage row) {
        coverage.add(row);
    }

    @Override
    public void progress(Progress now) {
        progress.add(now);
    }

    Resource resource(String nativeId) {
        return resources.stream()
                .filter(resource -> resource.identity().nativeId().equals(nativeId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no resource '%s'".formatted(nativeId)));
    }

    Coverage coverage(String region, String type) {
        return coverage.stream()
                .filter(row -> row.area().region().equals(region))
                .filter(row -> row.area().type().map(Object::toString).equals(Optional.of(type)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no coverage of '%s' in '%s'".formatted(type, region)));
    }
}
