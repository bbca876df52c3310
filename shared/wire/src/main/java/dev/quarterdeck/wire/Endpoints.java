package dev.quarterdeck.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The table of endpoints: service × region × FIPS × dual-stack. It is data: {@code shared/catalog/endpoints.json}. */
public final class Endpoints {
    private final Map<String, Partition> partitions = new LinkedHashMap<>();
    private final Map<String, Service> services = new LinkedHashMap<>();

    private Endpoints() {}

    /** A set of regions that share credentials. {@code globalRegion} is where its partition-wide services are asked. */
    public record Partition(
            String id, String dnsSuffix, String dualStackDnsSuffix, String globalRegion, Regions regions) {}

    /** The regions of a partition: those known, and the form of those that are yet to come. */
    public record Regions(List<String> known, Pattern form) {
        public Regions {
            known = List.copyOf(known);
        }
    }

    private record Service(String signingName, List<String> absent, Hosts hosts) {}

    private record Hosts(Map<?, ?> everywhere, Map<?, ?> byPartition, Map<?, ?> byRegion) {
        /** What the table says for the variant, from the narrowest row that has it. */
        Optional<Object> find(String region, String partition, String variant) {
            return row(byRegion.get(region), variant)
                    .or(() -> row(byPartition.get(partition), variant))
                    .or(() -> row(everywhere, variant));
        }

        private static Optional<Object> row(@org.jspecify.annotations.Nullable Object row, String variant) {
            return row instanceof Map<?, ?> variants ? Optional.ofNullable(variants.get(variant)) : Optional.empty();
        }
    }

    public static Endpoints read(InputStream json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            return read(parser);
        }
    }

    /** Reads the table from the object at which the parser stands. */
    public static Endpoints read(JsonParser parser) throws IOException {
        if (!(value(parser) instanceof Map<?, ?> table)) {
            throw new IOException("the endpoint table must be an object");
        }
        Endpoints endpoints = new Endpoints();
        object(table, "partitions")
                .forEach((id, it) -> endpoints.partitions.put((String) id, partition((String) id, (Map<?, ?>) it)));
        object(table, "services").forEach((name, it) -> endpoints.services.put((String) name, service((Map<?, ?>) it)));
        return endpoints;
    }

    /** Where {@code service} is asked for what is in {@code region}. */
    public Endpoint find(String service, String region, boolean fips, boolean dualStack) {
        Service known = services.get(service);
        Partition partition = partition(region).orElse(null);
        if (known == null || partition == null) {
            return new Endpoint.Refused("no endpoint is known for %s in %s".formatted(service, region));
        }
        String variant = fips ? dualStack ? "fips+dual" : "fips" : dualStack ? "dual" : "plain";
        Object found = known.hosts()
                .find(region, partition.id(), variant)
                .orElse(Map.of("error", "%s has no %s endpoint in %s".formatted(service, variant, region)));
        return found instanceof Map<?, ?> row
                ? described(row, known, partition, region)
                : new Endpoint.Found(filled((String) found, partition, region), region, known.signingName());
    }

    /** Whether AWS lists the service there. Where it does not, a host that does not resolve means "there is no such service". */
    public boolean lists(String service, String region) {
        Service known = services.get(service);
        return known != null && !known.absent().contains(region);
    }

    /** The partition that a region belongs to, known or yet to come. */
    public Optional<Partition> partition(String region) {
        return partitions.values().stream()
                .filter(it -> it.regions().known().contains(region))
                .findFirst()
                .or(() -> partitions.values().stream()
                        .filter(it -> it.regions().form().matcher(region).matches())
                        .findFirst());
    }

    public List<Partition> partitions() {
        return List.copyOf(partitions.values());
    }

    public List<String> services() {
        return List.copyOf(new TreeSet<>(services.keySet()));
    }

    private static Endpoint described(Map<?, ?> row, Service service, Partition partition, String region) {
        if (row.get("error") instanceof String refusal) {
            return new Endpoint.Refused(refusal);
        }
        return new Endpoint.Found(
                filled(text(row, "host"), partition, region),
                row.get("signingRegion") instanceof String other ? other : region,
                row.get("signingName") instanceof String other ? other : service.signingName());
    }

    private static String filled(String host, Partition partition, String region) {
        return host.replace("{region}", region)
                .replace("{dnsSuffix}", partition.dnsSuffix())
                .replace("{dualStackDnsSuffix}", partition.dualStackDnsSuffix());
    }

    private static Partition partition(String id, Map<?, ?> it) {
        Regions regions = new Regions(texts(it, "regions"), Pattern.compile(text(it, "regex")));
        return new Partition(
                id, text(it, "dnsSuffix"), text(it, "dualStackDnsSuffix"), text(it, "globalRegion"), regions);
    }

    private static Service service(Map<?, ?> it) {
        Hosts hosts = new Hosts(object(it, "hosts"), object(it, "partitions"), object(it, "regions"));
        return new Service(text(it, "signingName"), texts(it, "absent"), hosts);
    }

    private static Map<?, ?> object(Map<?, ?> in, String name) {
        return in.get(name) instanceof Map<?, ?> found ? found : Map.of();
    }

    private static List<String> texts(Map<?, ?> in, String name) {
        return in.get(name) instanceof List<?> found
                ? found.stream().map(String.class::cast).toList()
                : List.of();
    }

    private static String text(Map<?, ?> in, String name) {
        if (in.get(name) instanceof String found) {
            return found;
        }
        throw new IllegalArgumentException("the endpoint table lacks '%s'".formatted(name));
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                yield elements;
            }
            case null, default -> parser.getText();
        };
    }
}
