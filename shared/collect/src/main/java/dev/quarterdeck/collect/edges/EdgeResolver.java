package dev.quarterdeck.collect.edges;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Resource;
import java.util.function.Consumer;

/** Turns links into edges once all resources are known. Links wait outside of memory. Not for several threads at once. */
public final class EdgeResolver implements AutoCloseable {
    private static final int LINKS_IN_MEMORY = 1 << 20;

    private final NameBook names;
    private final Spill links = new Spill(LINKS_IN_MEMORY);

    public EdgeResolver(TypeCatalog catalog) {
        this.names = new NameBook(catalog);
    }

    /** A resource to which links may lead. */
    public void resource(Resource resource) {
        names.add(Named.of(resource));
    }

    /** A link to resolve later. */
    public void link(Link link) {
        links.add(link);
    }

    /** Gives every link as an edge. An end that was not found is kept as dangling. */
    public void resolve(Consumer<Edge> taker) {
        links.drain(link -> taker.accept(names.edge(link)));
    }

    @Override
    public void close() {
        links.close();
    }
}
