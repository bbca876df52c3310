package dev.quarterdeck.platform.local.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** An account as it is in AWS, whatever anybody knows of it, and looks at parts of it. */
final class Town {
    static final AccountId ACCOUNT = new AccountId("111122223333");
    static final ResourceType INSTANCE = new ResourceType("AWS::EC2::Instance");

    /** A catalog that says nothing of any type. */
    static final TypeCatalog NO_TYPES = noTypes();

    private static final Link.Target STREET = new Link.Target(Optional.empty(), "arn:aws:ec2:::street", "", "");

    private final SequencedMap<String, House> houses = new LinkedHashMap<>();

    private static TypeCatalog noTypes() {
        String text = "{\"version\":\"1\",\"botocore\":\"1\",\"types\":[]}";
        try {
            return TypeCatalog.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource: {@code incarnation} tells it from an earlier one of its name. */
    record House(String region, String id, String incarnation, String paint, Optional<Instant> built) {
        Uid uid() {
            return Uid.of(new Uid.Parts("aws", ACCOUNT.value(), region, INSTANCE, id, incarnation));
        }

        Resource at(Instant now) {
            Json.Obj config = new Members().put("Id", id).put("Paint", paint).json();
            return new Resource(
                    new Resource.Identity(
                            uid(), INSTANCE, new Resource.Place("aws", ACCOUNT, region), id, Optional.empty(), id),
                    new Resource.Traits(
                            Origin.CUSTOMER,
                            Optional.empty(),
                            new Resource.Exposure(Tri.NO, Tri.UNKNOWN),
                            new LinkedHashMap<>(),
                            built,
                            new Resource.Details(Optional.empty(), Optional.empty(), Optional.empty(), List.of())),
                    new Resource.Looked(
                            now,
                            new LinkedHashMap<>(),
                            new LinkedHashMap<>(),
                            Optional.of("list of " + id),
                            new Resource.Versions("1", "1")),
                    config,
                    Digest.hex(new JsonBytes(64).canonical(config)));
        }
    }

    Town build(String region, String id, String paint) {
        return put(new House(region, id, "", paint, Optional.empty()));
    }

    Town put(House house) {
        houses.put(house.region() + "/" + house.id(), house);
        return this;
    }

    Town tearDown(String region, String id) {
        houses.remove(region + "/" + id);
        return this;
    }

    Optional<House> house(String region, String id) {
        return Optional.ofNullable(houses.get(region + "/" + id));
    }

    Map<String, House> houses() {
        return Map.copyOf(houses);
    }

    /** One look; in {@code dark} regions everything is denied. */
    List<Look> look(Objects objects, String scan, Set<String> regions, Set<String> dark, Instant now)
            throws IOException {
        try (var writer = new LookWriter(objects, "looks/" + scan, Map.of())) {
            var seen = new LinkedHashSet<Uid>();
            for (String region : regions) {
                boolean denied = dark.contains(region);
                List<House> there = houses.values().stream()
                        .filter(house -> house.region().equals(region) && !denied)
                        .toList();
                there.forEach(house -> writer.resource(house.at(now)));
                there.forEach(house -> seen.add(house.uid()));
                writer.coverage(new Coverage(
                        new Coverage.Area(ACCOUNT.value(), region, Optional.of(INSTANCE)),
                        denied ? Coverage.Status.DENIED : Coverage.Status.LOOKED,
                        Coverage.Reason.NONE,
                        there.size(),
                        now));
            }
            seen.forEach(uid -> writer.edge(new Edge(new Link(uid, "in", STREET, "Street"), Optional.empty(), "")));
            return writer.finish();
        }
    }
}
