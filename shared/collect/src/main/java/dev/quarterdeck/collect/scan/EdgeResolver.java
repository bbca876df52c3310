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
 * that type in the account and region, else to the only one there of that name or identifier; an address without a type
 * to whoever bears it. Links wait outside of memory. Not for several threads at once.
 */
public final class EdgeResolver implements AutoCloseable {
    private static final int LINKS_IN_MEMORY = 1 << 20;
    private static final String ANYWHERE = "*";

    private final Set<ResourceType> global;
    private final EdgeIndex index = new EdgeIndex();
    private final Spill links = new Spill(LINKS_IN_MEMORY);
    private final Ends ends = new Ends();

    public EdgeResolver(TypeCatalog catalog) {
        this.global = catalog.types().stream()
                .filter(definition -> definition.heading().home() instanceof Home.Global)
                .map(definition -> definition.type())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A resource to which links may lead. */
    public void resource(Resource resource) {
        Identity identity = resource.identity();
        int number = ends.add(resource);
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
        for (Identifier identifier : resource.traits().details().identifiers()) {
            Address.of(identifier).ifPresent(address -> {
                index.put(addressKey(account, region, address.text()), number, ends::first);
                if (address.worldwide()) {
                    index.put(addressKey(ANYWHERE, ANYWHERE, address.text()), number, ends::first);
                }
            });
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
        Target target = new Target(
                Optional.of(row.get(2)).filter(type -> !type.isEmpty()).map(ResourceType::new),
                row.get(3),
                row.get(4),
                row.get(5));
        int found = find(target);
        boolean dangling = found == EdgeIndex.NONE;
        return new Edge(
                new Uid(row.get(0)),
                row.get(1),
                dangling ? Optional.empty() : Optional.of(ends.uid(found)),
                target.id(),
                dangling ? accountOf(target) : ends.account(found),
                dangling,
                row.get(6));
    }

    /** An address that nobody bears may be anybody's. */
    private static String accountOf(Target target) {
        return target.type().isEmpty() && !isArn(target.id()) ? "" : target.account();
    }

    private int find(Target target) {
        return keys(target).stream()
                .mapToInt(index::get)
                .filter(number -> number != EdgeIndex.NONE)
                .findFirst()
                .orElse(EdgeIndex.NONE);
    }

    private List<String> keys(Target target) {
        var keys = new ArrayList<String>();
        if (isArn(target.id())) {
            keys.add(arnKey(target.id()));
            if (target.id().endsWith(":root")) {
                keys.add(addressKey(ANYWHERE, ANYWHERE, target.account()));
            }
        }
        if (target.type().isPresent()) {
            keys.addAll(keys(target, target.type().get()));
        } else {
            String address = Address.plain(target.id());
            keys.add(addressKey(target.account(), target.region(), address));
            keys.add(addressKey(ANYWHERE, ANYWHERE, address));
        }
        return keys;
    }

    private List<String> keys(Target target, ResourceType of) {
        var keys = new ArrayList<String>();
        String type = of.name();
        keys.add(key("id", target.account(), target.region(), type, target.id()));
        keys.add(key("name", target.account(), target.region(), type, target.id()));
        if (global.contains(of)) {
            keys.add(key("id", target.account(), "global", type, target.id()));
            keys.add(key("name", target.account(), "global", type, target.id()));
            keys.add(key("id", ANYWHERE, ANYWHERE, type, target.id()));
        }
        return keys;
    }

    private static boolean isArn(String id) {
        return id.startsWith("arn:");
    }

    private static String addressKey(String account, String region, String address) {
        return key("address", account, region, "", address);
    }

    /** Log groups are named with and without a trailing {@code :*}. */
    private static String arnKey(String arn) {
        return "arn\n" + (arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn);
    }

    private static String key(String kind, String account, String region, String type, String id) {
        return String.join("\n", kind, account, region, type, id);
    }

    @Override
    public void close() {
        links.close();
    }
}
