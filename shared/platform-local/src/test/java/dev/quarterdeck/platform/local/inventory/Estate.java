package dev.quarterdeck.platform.local.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import dev.quarterdeck.kernel.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Resources with names and addresses of many kinds, made by chance, that come, change and go. */
final class Estate {
    static final AccountId ACCOUNT = Town.ACCOUNT;
    static final String REGION = "eu-west-1";

    private final Random random;
    private final List<Thing> things = new ArrayList<>();
    private int made;

    /** {@code turn} is what changes of it. */
    private record Thing(int number, int turn) {
        Uid uid() {
            return Uid.of(new Uid.Parts("aws", ACCOUNT.value(), REGION, Town.INSTANCE, id(), ""));
        }

        String id() {
            return "i-" + number;
        }

        String arn() {
            return "arn:aws:ec2:%s:%s:instance/i-%d".formatted(REGION, ACCOUNT, number);
        }

        List<Resource.Identifier> identifiers() {
            int block = number % 256;
            return List.of(
                    new Resource.Identifier("private-ip", "10.%d.%d.%d".formatted(block, turn + 3, block)),
                    new Resource.Identifier("ipv6", "2001:db8::" + Integer.toHexString(number)),
                    new Resource.Identifier("cidr", "10.%d.0.0/%d".formatted(block, 12 + number % 20)),
                    new Resource.Identifier("dns", "ip-10-%d.internal".formatted(block)),
                    new Resource.Identifier("odd", "Straße-%d".formatted(number % 5)));
        }
    }

    Estate(Random random, int size) {
        this.random = random;
        IntStream.range(0, size).forEach(_ -> add());
    }

    private void add() {
        things.add(new Thing(made++, 0));
    }

    int size() {
        return things.size();
    }

    /** Some are other than they were, some are gone, some are new. */
    void change() {
        things.replaceAll(thing -> random.nextInt(20) == 0 ? new Thing(thing.number, thing.turn + 1) : thing);
        things.removeIf(_ -> random.nextInt(25) == 0);
        IntStream.range(0, 3).forEach(_ -> add());
    }

    List<Resource> resources(Instant now) {
        return things.stream().map(thing -> resource(thing, now)).toList();
    }

    private static Resource resource(Thing thing, Instant now) {
        Json.Obj config = new Members().put("Turn", thing.turn).json();
        var tags = new LinkedHashMap<String, String>();
        tags.put("Owner", "team-" + thing.number % 4);
        return new Resource(
                new Resource.Identity(
                        thing.uid(),
                        Town.INSTANCE,
                        new Resource.Place("aws", ACCOUNT, REGION),
                        thing.id(),
                        Optional.of(thing.arn()),
                        "name-" + thing.number),
                new Resource.Traits(
                        Origin.CUSTOMER,
                        Optional.empty(),
                        new Resource.Exposure(Tri.NO, Tri.UNKNOWN),
                        tags,
                        Optional.empty(),
                        new Resource.Details(
                                Optional.empty(), Optional.empty(), Optional.empty(), thing.identifiers())),
                new Resource.Looked(
                        now,
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        new Resource.Versions("1", "1")),
                config,
                Digest.hex(new JsonBytes(64).canonical(config)));
    }

    /** Each uses the next, and all point to what is not there. */
    List<Edge> edges() {
        return IntStream.range(0, things.size())
                .boxed()
                .flatMap(place -> Stream.of(
                        edge(
                                things.get(place),
                                things.get((place + 1) % things.size()).arn()),
                        edge(things.get(place), "arn:aws:ec2:::Nowhere/" + place % 3)))
                .toList();
    }

    private static Edge edge(Thing from, String arn) {
        var target = new Link.Target(Optional.empty(), arn, ACCOUNT.value(), REGION);
        return new Edge(new Link(from.uid(), "uses", target, "Next"), Optional.empty(), "");
    }

    /** What somebody may look for: what is there, what was there, parts of it, and what never was. */
    List<String> questions() {
        int number = random.nextInt(made);
        var thing = new Thing(number, random.nextInt(2));
        Stream<String> names = Stream.concat(
                Stream.of(thing.id(), thing.arn(), "name-" + number, thing.uid().value()),
                thing.identifiers().stream().map(Resource.Identifier::value));
        Stream<String> asWritten = names.flatMap(
                name -> Stream.of(name, name.toUpperCase(Locale.ROOT), name.substring(name.length() / 2)));
        Stream<String> blocks = Stream.of(
                "10.%d.9.0/%d".formatted(number % 256, random.nextInt(33)), "2001:db8::/" + random.nextInt(129));
        return Stream.concat(asWritten, blocks).distinct().toList();
    }

    /** Questions that only all of it together can answer. */
    static List<String> common() {
        return List.of(
                "team-1",
                "Owner=team-2",
                "owner=TEAM-2",
                "arn:aws:ec2:::nowhere/1",
                "STRASSE-1",
                "straße-1",
                "0.0.0.0/0");
    }
}
