package dev.quarterdeck.local.facts;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts to test with. */
public final class Samples {
    public static final ResourceType QUEUE = new ResourceType("AWS::SQS::Queue");
    public static final ResourceType INSTANCE = new ResourceType("AWS::EC2::Instance");
    public static final ResourceType ROLE = new ResourceType("AWS::IAM::Role");
    public static final String PROD = "111122223333";
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Samples() {}

    public static Resource resource(ResourceType type, String id, String config) {
        return resource(type, id, "eu-west-1", config);
    }

    public static Resource resource(ResourceType type, String id, String region, String config) {
        return resource(type, id, region, config, new Kind(Origin.CUSTOMER, Tri.NO, Optional.empty(), NOON));
    }

    /** What varies from test to test. */
    public record Kind(Origin origin, Tri open, Optional<Instant> created, Instant looked) {}

    public static Resource resource(ResourceType type, String id, String region, String config, Kind kind) {
        var place = new Resource.Place("aws", new AccountId(PROD), region);
        Json.Obj object = object(config);
        return new Resource(
                new Resource.Identity(uid(type, id, region), type, place, id, Optional.of("arn:aws:x:::" + id), id),
                new Resource.Traits(
                        kind.origin(),
                        Optional.of("available"),
                        new Resource.Exposure(kind.open(), Tri.UNKNOWN),
                        new LinkedHashMap<>(Map.of("Owner", "payments")),
                        kind.created(),
                        new Resource.Details(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new Resource.Identifier("private-ip", "10.0.3.7")))),
                new Resource.Looked(
                        kind.looked(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        new Resource.Versions("c1", "m1")),
                object,
                "%064x".formatted(object.canonical().hashCode() & 0xffffffffL));
    }

    public static Uid uid(ResourceType type, String id, String region) {
        return Uid.of(new Uid.Parts("aws", PROD, region, type, id, ""));
    }

    public static Edge edge(Resource from, String rel, Resource to) {
        return new Edge(
                link(from, rel, to.identity().arn().orElseThrow(), PROD),
                Optional.of(to.identity().uid()),
                PROD);
    }

    public static Edge dangling(Resource from, String rel, String arn) {
        return new Edge(link(from, rel, arn, "999988887777"), Optional.empty(), "999988887777");
    }

    private static Link link(Resource from, String rel, String arn, String account) {
        return new Link(
                from.identity().uid(), rel, new Link.Target(Optional.empty(), arn, account, "eu-west-1"), "Some.Path");
    }

    public static Coverage looked(ResourceType type, String region) {
        return new Coverage(area(type, region), Coverage.Status.LOOKED, Coverage.Reason.NONE, 1, NOON);
    }

    public static Coverage denied(ResourceType type, String region, String action) {
        return new Coverage(
                area(type, region),
                Coverage.Status.DENIED,
                new Coverage.Reason("you may not", Optional.empty(), Optional.of(action)),
                0,
                NOON);
    }

    public static Coverage unsupported(ResourceType type, String region) {
        return new Coverage(
                area(type, region),
                Coverage.Status.UNSUPPORTED,
                new Coverage.Reason("there is no such service", Optional.empty(), Optional.empty()),
                0,
                NOON);
    }

    private static Coverage.Area area(ResourceType type, String region) {
        return new Coverage.Area(PROD, region, Optional.of(type));
    }

    public static Json.Obj object(String text) {
        try {
            return JsonText.object(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
