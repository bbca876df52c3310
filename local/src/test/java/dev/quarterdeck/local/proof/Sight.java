package dev.quarterdeck.local.proof;

import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.collect.scan.ScanResult;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.testkit.Witness.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** All that one scan told. */
record Sight(List<Resource> resources, List<Edge> edges, List<Coverage> coverage, ScanResult result) {
    static Sight of(Function<FactSink, ScanResult> scan) {
        var resources = new ArrayList<Resource>();
        var edges = new ArrayList<Edge>();
        var coverage = new ArrayList<Coverage>();
        var result = scan.apply(new FactSink() {
            @Override
            public void resource(Resource resource) {
                resources.add(resource);
            }

            @Override
            public void edge(Edge edge) {
                edges.add(edge);
            }

            @Override
            public void coverage(Coverage entry) {
                coverage.add(entry);
            }
        });
        return new Sight(resources, edges, coverage, result);
    }

    /** What was seen, in the witness's words. */
    Set<Sighting> sightings() {
        return sightings(resources);
    }

    private static Set<Sighting> sightings(Collection<Resource> resources) {
        return new TreeSet<>(
                resources.stream().map(Resource::identity).map(Sight::sighting).toList());
    }

    private static Sighting sighting(Resource.Identity identity) {
        return new Sighting(
                identity.place().account().value(),
                identity.place().region(),
                identity.type().name(),
                identity.nativeId());
    }
}
