package dev.quarterdeck.collect.edges;

import dev.quarterdeck.collect.types.Home;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Link.Target;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.Resource.Identifier;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Words;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows which resource bears a name. An ARN leads to the resource that bears it; an id to the one of that type in the
 * account and region, else to the only one there of that name or identifier; an address without a type to whoever bears
 * it, first of all in the same account. Not for several threads at once.
 */
public final class NameBook {
    private static final String ANY = "*";
    private static final String ANY_STREAM = ":*";
    /** The number of what is no place of its own: it is the first that is given. */
    private static final int ANYWHERE = 0;

    private final Set<ResourceType> global;
    private final EdgeIndex index = new EdgeIndex();
    private final Ends ends = new Ends();
    private final Numbers accounts = new Numbers();
    private final Numbers regions = new Numbers();
    private final Numbers types = new Numbers();

    /** How a resource can be named. */
    private enum Naming {
        ARN(1),
        ID(2),
        NAME(3),
        ADDRESS(4);

        private final long number;

        Naming(int number) {
            this.number = number;
        }

        long at(Place place) {
            return number << 60 | (long) place.account << 32 | (long) place.region << 16 | place.type;
        }

        long anywhere() {
            return at(Place.NOWHERE);
        }
    }

    /** Where a name means something, in numbers. */
    record Place(int account, int region, int type) {
        static final Place NOWHERE = new Place(ANYWHERE, ANYWHERE, ANYWHERE);

        boolean isKnown() {
            return account != Numbers.UNKNOWN && region != Numbers.UNKNOWN;
        }
    }

    /** Whose name it is. */
    public record End(Uid uid, String account) {}

    public NameBook(TypeCatalog catalog) {
        this.global = catalog.types().stream()
                .filter(definition -> definition.heading().home() instanceof Home.Global)
                .map(definition -> definition.type())
                .collect(Collectors.toUnmodifiableSet());
        accounts.number(ANY);
        regions.number(ANY);
        types.number(ANY);
    }

    /** A resource to which links may lead. */
    public void add(Named resource) {
        int number = ends.add(resource);
        Named.Names names = resource.names();
        names.arn().ifPresent(arn -> index.put(Naming.ARN.anywhere(), plainArn(arn), number));
        Place place = new Place(
                accounts.number(resource.place().account()),
                regions.number(resource.place().region()),
                types.number(resource.type().name()));
        index.put(Naming.ID.at(place), names.nativeId(), number);
        if (global.contains(resource.type())) {
            index.put(Naming.ID.at(new Place(ANYWHERE, ANYWHERE, place.type)), names.nativeId(), number);
        }
        index.put(Naming.NAME.at(place), names.plain(), number);
        for (Identifier identifier : names.identifiers()) {
            index.put(Naming.NAME.at(place), identifier.value(), number);
            Address.of(identifier).ifPresent(address -> address(address, place, number));
        }
    }

    private void address(Address address, Place place, int number) {
        index.put(
                Naming.ADDRESS.at(new Place(place.account, place.region, ANYWHERE)),
                address.text(),
                number,
                ends::first);
        if (address.worldwide()) {
            index.put(Naming.ADDRESS.at(inAccount(place.account)), address.text(), number, ends::first);
            index.put(Naming.ADDRESS.anywhere(), address.text(), number, ends::first);
        }
    }

    /** Nothing where nobody bears the name, or several do. */
    public Optional<End> find(Target target) {
        int found = number(target);
        return found == EdgeIndex.NONE ? Optional.empty() : Optional.of(new End(ends.uid(found), ends.account(found)));
    }

    /** The link with its other end, if that is found here. An address that nobody bears may be anybody's. */
    public Edge edge(Link link) {
        Target target = link.target();
        Optional<End> end = find(target);
        boolean anybodys = target.type().isEmpty() && !isArn(target.id());
        return new Edge(link, end.map(End::uid), end.map(End::account).orElse(anybodys ? "" : target.account()));
    }

    private int number(Target target) {
        int found = isArn(target.id()) ? byArn(target) : EdgeIndex.NONE;
        if (found != EdgeIndex.NONE) {
            return found;
        }
        return target.type().isPresent() ? byType(target, target.type().get()) : byAddress(target);
    }

    private int byArn(Target target) {
        int found = index.get(Naming.ARN.anywhere(), plainArn(target.id()));
        return found == EdgeIndex.NONE && isRoot(target.id())
                ? index.get(Naming.ADDRESS.anywhere(), target.account())
                : found;
    }

    private int byType(Target target, ResourceType of) {
        int type = types.find(of.name());
        int account = accounts.find(target.account());
        if (type == Numbers.UNKNOWN) {
            return EdgeIndex.NONE;
        }
        int found = byName(new Place(account, regions.find(target.region()), type), target.id());
        if (found == EdgeIndex.NONE && global.contains(of)) {
            found = byName(new Place(account, regions.find(Resource.Place.GLOBAL), type), target.id());
            found = found == EdgeIndex.NONE
                    ? index.get(Naming.ID.at(new Place(ANYWHERE, ANYWHERE, type)), target.id())
                    : found;
        }
        return found;
    }

    private int byName(Place place, String name) {
        if (!place.isKnown()) {
            return EdgeIndex.NONE;
        }
        int found = index.get(Naming.ID.at(place), name);
        return found == EdgeIndex.NONE ? index.get(Naming.NAME.at(place), name) : found;
    }

    private int byAddress(Target target) {
        String address = Address.plain(target.id());
        var place = new Place(accounts.find(target.account()), regions.find(target.region()), ANYWHERE);
        int found = place.isKnown() ? index.get(Naming.ADDRESS.at(place), address) : EdgeIndex.NONE;
        if (found == EdgeIndex.NONE && place.account != Numbers.UNKNOWN) {
            found = index.get(Naming.ADDRESS.at(inAccount(place.account)), address);
        }
        return found == EdgeIndex.NONE ? index.get(Naming.ADDRESS.anywhere(), address) : found;
    }

    private static Place inAccount(int account) {
        return new Place(account, ANYWHERE, ANYWHERE);
    }

    /** The words under which an index of names keeps whoever may be found by this: each may stand for others too. */
    public static Set<String> words(Target target) {
        String id = target.id();
        var names = new HashSet<String>();
        names.add(id);
        if (isArn(id)) {
            names.add(plainArn(id));
            names.add(plainArn(id) + ANY_STREAM);
        }
        if (isRoot(id)) {
            names.add(target.account());
        }
        if (target.type().isEmpty()) {
            names.addAll(Address.spellings(id));
        }
        return names.stream().map(Words::folded).collect(Collectors.toSet());
    }

    private static boolean isArn(String id) {
        return id.startsWith("arn:");
    }

    private static boolean isRoot(String id) {
        return isArn(id) && id.endsWith(":root");
    }

    /** Log groups are named with and without a trailing {@code :*}. */
    private static String plainArn(String arn) {
        return arn.endsWith(ANY_STREAM) ? arn.substring(0, arn.length() - ANY_STREAM.length()) : arn;
    }
}
