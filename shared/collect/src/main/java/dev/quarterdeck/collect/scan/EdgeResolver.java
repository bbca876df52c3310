package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.types.Home;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Link.Target;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.Resource.Identifier;
import dev.quarterdeck.inventory.Resource.Identity;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Uid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Turns links into edges once all resources are known. An ARN leads to the resource that bears it; an id to the one of
 * that type in the account and region, else to the only one there of that name or identifier. Uids take 16 bytes each
 * and links wait outside of memory. Not for several threads at once.
 */
public final class EdgeResolver implements AutoCloseable {
    private static final int LINKS_IN_MEMORY = 1 << 20;
    private static final int UID_BYTES = 16;
    private static final String ANYWHERE = "*";

    private final Set<ResourceType> global;
    private final EdgeIndex index = new EdgeIndex();
    private final Spill links = new Spill(LINKS_IN_MEMORY);
    private byte[] uids = new byte[1024 * UID_BYTES];
    private int size;

    public EdgeResolver(TypeCatalog catalog) {
        this.global = catalog.types().stream()
                .filter(definition -> definition.heading().home() instanceof Home.Global)
                .map(definition -> definition.type())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A resource to which links may lead. */
    public void resource(Resource resource) {
        Identity identity = resource.identity();
        int number = add(identity.uid());
        identity.arn().ifPresent(arn -> index.put(arnKey(arn), number));
        String type = identity.type().name();
        String account = identity.place().account().value();
        String region = identity.place().region();
        index.put(key("id", account, region, type, identity.nativeId()), number);
        if (global.contains(identity.type())) {
            index.put(key("id", ANYWHERE, ANYWHERE, type, identity.nativeId()), number);
        }
        for (String name : names(resource)) {
            index.put(key("name", account, region, type, name), number);
        }
    }

    private static Set<String> names(Resource resource) {
        var names = new TreeSet<String>();
        names.add(resource.identity().name());
        for (Identifier identifier : resource.traits().details().identifiers()) {
            names.add(identifier.value());
        }
        return names;
    }

    /** A link to resolve later. */
    public void link(Link link) {
        Target target = link.target();
        links.add(List.of(
                link.from().value(),
                link.rel(),
                target.type().map(ResourceType::name).orElse(""),
                target.id(),
                target.account(),
                target.region(),
                link.via()));
    }

    /** Gives every link as an edge. An end that was not found is kept as dangling. */
    public void resolve(Consumer<Edge> taker) {
        links.drain(row -> taker.accept(edge(row)));
    }

    private Edge edge(List<String> row) {
        Optional<Uid> to = find(row.get(2), row.get(3), row.get(4), row.get(5));
        return new Edge(new Uid(row.get(0)), row.get(1), to, row.get(3), row.get(4), to.isEmpty(), row.get(6));
    }

    private Optional<Uid> find(String type, String id, String account, String region) {
        for (String key : keys(type, id, account, region)) {
            int number = index.get(key);
            if (number != EdgeIndex.NONE) {
                return Optional.of(uid(number));
            }
        }
        return Optional.empty();
    }

    private List<String> keys(String type, String id, String account, String region) {
        var keys = new ArrayList<String>();
        if (id.startsWith("arn:")) {
            keys.add(arnKey(id));
        }
        if (!type.isEmpty()) {
            keys.add(key("id", account, region, type, id));
            keys.add(key("name", account, region, type, id));
            if (global.contains(new ResourceType(type))) {
                keys.add(key("id", account, "global", type, id));
                keys.add(key("name", account, "global", type, id));
                keys.add(key("id", ANYWHERE, ANYWHERE, type, id));
            }
        }
        return keys;
    }

    /** Log groups are named with and without a trailing {@code :*}. */
    private static String arnKey(String arn) {
        return "arn\n" + (arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn);
    }

    private static String key(String kind, String account, String region, String type, String id) {
        return String.join("\n", kind, account, region, type, id);
    }

    private int add(Uid uid) {
        if (size * UID_BYTES == uids.length) {
            uids = java.util.Arrays.copyOf(uids, uids.length * 2);
        }
        System.arraycopy(uid.bits(), 0, uids, size * UID_BYTES, UID_BYTES);
        return size++;
    }

    private Uid uid(int number) {
        return Uid.ofBits(java.util.Arrays.copyOfRange(uids, number * UID_BYTES, (number + 1) * UID_BYTES));
    }

    @Override
    public void close() {
        links.close();
    }
}
