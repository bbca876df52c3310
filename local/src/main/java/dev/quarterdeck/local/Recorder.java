package dev.quarterdeck.local;

import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.collect.scan.Progress;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.rows.Columns;
import dev.quarterdeck.inventory.rows.Label;
import dev.quarterdeck.inventory.rows.Rows;
import dev.quarterdeck.kernel.JsonBytes;
import dev.quarterdeck.local.facts.FactFile;
import dev.quarterdeck.local.facts.OutFolder;
import dev.quarterdeck.local.report.Digest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the facts of a scan to wherever they are wanted. */
final class Recorder implements FactSink {
    private final Map<String, Label> labels;
    private final Places places;
    private long edges;

    /** Where facts go, and who watches the progress. */
    record Places(Outlets outlets, Digest digest, Consumer<Progress> watcher) {}

    Recorder(Map<String, Label> labels, Places places) {
        this.labels = Map.copyOf(labels);
        this.places = places;
    }

    @Override
    public void resource(Resource resource) {
        ready(resource).run();
    }

    @Override
    public Runnable ready(Resource resource) {
        String account = resource.identity().place().account().value();
        Columns row = Rows.resource(resource, labels.getOrDefault(account, Label.NONE));
        Optional<JsonBytes> line = places.outlets.folder().map(_ -> OutFolder.line(row));
        Optional<Runnable> kept = places.outlets.book().map(book -> book.looks().ready(resource));
        return () -> {
            take(resource, row, line);
            kept.ifPresent(Runnable::run);
        };
    }

    private void take(Resource resource, Columns row, Optional<JsonBytes> line) {
        places.outlets.folder().ifPresent(folder -> line.ifPresent(made -> folder.add(FactFile.RESOURCES, made)));
        places.outlets.comparison().ifPresent(comparison -> comparison.resource(row.json()));
        places.digest.add(resource);
        places.outlets.stream().add(row);
    }

    @Override
    public void edge(Edge edge) {
        edges++;
        places.outlets.folder().ifPresent(folder -> folder.add(FactFile.EDGES, Rows.edge(edge)));
        places.outlets.book().ifPresent(book -> book.looks().edge(edge));
    }

    @Override
    public void coverage(Coverage coverage) {
        places.outlets.folder().ifPresent(folder -> folder.add(FactFile.COVERAGE, Rows.coverage(coverage)));
        places.outlets.comparison().ifPresent(comparison -> comparison.coverage(coverage));
        places.outlets.book().ifPresent(book -> book.looks().coverage(coverage));
        places.digest.add(coverage);
    }

    @Override
    public void progress(Progress progress) {
        places.watcher.accept(progress);
    }

    long edges() {
        return edges;
    }
}
