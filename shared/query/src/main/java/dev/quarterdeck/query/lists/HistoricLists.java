package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.FileForm;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.MapRequest;
import dev.quarterdeck.inventory.asking.ResourceFiles;
import dev.quarterdeck.inventory.asking.ResourceLists;
import dev.quarterdeck.inventory.asking.ResourceMap;
import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Topology;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Patience;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lists and maps as of now and as of any instant before. There is one projection of now, and one of the past, into which only those
 * accounts are read again that were other ones at the instant asked for.
 */
public final class HistoricLists implements ResourceLists, ResourceFiles, Topology, AutoCloseable {
    private final Function<Optional<Instant>, RowSource> sources;
    private final Lazy now;
    private final Lazy past;

    public HistoricLists(Supplier<Engine> engines, Function<Optional<Instant>, RowSource> sources) {
        this(engines, sources, Patience.ENDLESS);
    }

    /** Engines are opened when they are first needed. */
    public HistoricLists(Supplier<Engine> engines, Function<Optional<Instant>, RowSource> sources, Patience patience) {
        this.sources = sources;
        Supplier<Projection> projections = () -> new Projection(engines.get(), patience);
        this.now = new Lazy(projections);
        this.past = new Lazy(projections);
    }

    @Override
    public Listing list(ListRequest request) {
        RowSource source = sources.apply(request.when().at());
        return new DuckDbResourceLists(projection(request.when(), source), source).list(request);
    }

    /** Rows of an instant at which nothing was other than it is now are those of now, which are at hand or soon will be. */
    @Override
    public void write(ListRequest request, FileForm form, Reader reader) throws IOException {
        RowSource source = sources.apply(request.when().at());
        boolean asNow = source.stamps().equals(sources.apply(Optional.empty()).stamps());
        Projection projection = asNow ? now.projection() : past.projection();
        new DuckDbResourceFiles(projection, source).write(request, form, reader);
    }

    @Override
    public ResourceMap draw(MapRequest request) {
        RowSource source = sources.apply(request.when().at());
        return new DuckDbTopology(projection(request.when(), source), source).draw(request);
    }

    private Projection projection(ListRequest.When when, RowSource source) {
        boolean asNow = when.at().isEmpty() || now.projection().shows(source.stamps());
        return asNow ? now.projection() : past.projection();
    }

    @Override
    public void close() {
        now.close();
        past.close();
    }

    /** A projection that takes memory only once it is asked. */
    private static final class Lazy {
        private final Supplier<Projection> projections;
        private Optional<Projection> made = Optional.empty();

        Lazy(Supplier<Projection> projections) {
            this.projections = projections;
        }

        synchronized Projection projection() {
            Projection projection = made.orElseGet(projections);
            made = Optional.of(projection);
            return projection;
        }

        synchronized void close() {
            made.ifPresent(Projection::close);
        }
    }
}
