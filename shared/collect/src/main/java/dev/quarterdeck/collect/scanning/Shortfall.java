package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.collect.scan.Progress;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import java.util.Optional;

/** Passes on what is found, and counts the types of which another try might read more. */
final class Shortfall implements FactSink {
    private final FactSink sink;
    private long gaps;
    private Optional<Coverage> first = Optional.empty();

    Shortfall(FactSink sink) {
        this.sink = sink;
    }

    long gaps() {
        return gaps;
    }

    /** The first one stands for all. */
    Optional<String> why() {
        return first.map(gap -> "%s %s: %s%s"
                .formatted(
                        gap.area().type().map(ResourceType::name).orElse("its regions"),
                        gap.status(),
                        gap.reason().text(),
                        gaps == 1 ? "" : " (and %d more)".formatted(gaps - 1)));
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
        if (isGap(coverage)) {
            gaps++;
            first = first.or(() -> Optional.of(coverage));
        }
        sink.coverage(coverage);
    }

    private static boolean isGap(Coverage coverage) {
        return switch (coverage.status()) {
            case DENIED, THROTTLED, FAILED -> true;
            case LOOKED, BARRED, UNSUPPORTED, OPTED_OUT, STALE -> false;
        };
    }

    @Override
    public void progress(Progress progress) {
        sink.progress(progress);
    }
}
