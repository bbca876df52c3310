package dev.quarterdeck.catalog.boto3;

import static java.util.stream.Collectors.toCollection;

import dev.quarterdeck.wire.Endpoints;
import dev.quarterdeck.wire.model.ModelIndex;
import dev.quarterdeck.wire.model.ServiceModel;
import dev.quarterdeck.wire.protocol.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** All services of the compiled catalog, each with its protocol. */
final class Catalogued {
    /** What the Python side puts where an input leaves an idempotency token out. */
    private static final String TOKEN = "00000000-0000-4000-8000-000000000000";

    private final Map<String, ServiceModel> services = new TreeMap<>();
    private final Map<String, Protocol> protocols = new TreeMap<>();

    private final Endpoints endpoints;

    private Catalogued(ModelIndex index, Endpoints endpoints) {
        this.endpoints = endpoints;
        index.services().forEach(name -> {
            services.put(name, index.service(name));
            protocols.put(name, Protocol.of(index.service(name), () -> TOKEN));
        });
    }

    static Catalogued compiled() {
        try (InputStream models = resource("catalog.idx");
                InputStream endpoints = resource("endpoints.json")) {
            return new Catalogued(ModelIndex.read(models), Endpoints.read(endpoints));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                Catalogued.class.getResourceAsStream("/META-INF/quarterdeck/" + name), "the catalog is not compiled");
    }

    Endpoints endpoints() {
        return endpoints;
    }

    ServiceModel service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    Protocol protocol(String service) {
        return Objects.requireNonNull(protocols.get(service), service);
    }

    /** The names that a {@link Tally} gives to all cases of these kinds: one of each kind for every operation. */
    Collection<String> operations(Collection<String> kinds) {
        return services.values().stream()
                .flatMap(service -> service.operations().stream().map(operation -> service.name() + "." + operation))
                .flatMap(operation -> kinds.stream().map(kind -> operation + " " + kind))
                .collect(toCollection(TreeSet::new));
    }

    /** As {@link #operations}, for every service. */
    Collection<String> services(Collection<String> kinds) {
        return services.keySet().stream()
                .flatMap(service -> kinds.stream().map(kind -> service + " " + kind))
                .collect(toCollection(TreeSet::new));
    }
}
