package dev.quarterdeck.collect.edges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.Resource.Details;
import dev.quarterdeck.inventory.Resource.Exposure;
import dev.quarterdeck.inventory.Resource.Identifier;
import dev.quarterdeck.inventory.Resource.Identity;
import dev.quarterdeck.inventory.Resource.Looked;
import dev.quarterdeck.inventory.Resource.Place;
import dev.quarterdeck.inventory.Resource.Traits;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EdgeResolverTest {
    private static final String HERE = "111122223333";
    private static final String THERE = "444455556666";
    private static final Uid FROM = uid("global", "AWS::Route53::RecordSet", "www");

    private EdgeResolver resolver;

    @BeforeEach
    void open() throws IOException {
        InputStream noTypes = new ByteArrayInputStream(
                "{\"version\":\"1\",\"botocore\":\"1\",\"types\":[]}".getBytes(StandardCharsets.UTF_8));
        resolver = new EdgeResolver(TypeCatalog.read(noTypes));
    }

    @AfterEach
    void close() {
        resolver.close();
    }

    @Test
    void findsADnsNameInAnyAccountAndRegion() {
        resolver.resource(
                resource(THERE, "AWS::X::LoadBalancer", "lb", new Identifier("dns", "LB-1.elb.amazonaws.com")));

        assertThat(edge("", "dualstack.lb-1.elb.amazonaws.com."))
                .isEqualTo(new Edge(
                        link("", "dualstack.lb-1.elb.amazonaws.com."),
                        Optional.of(uid("eu-west-1", "AWS::X::LoadBalancer", "lb")),
                        THERE));
    }

    @Test
    void keepsAnAddressThatNobodyBears() {
        assertThat(edge("", "52.0.0.1")).isEqualTo(new Edge(link("", "52.0.0.1"), Optional.empty(), ""));
    }

    @Test
    void choosesTheSameOfSeveralThatBearAnAddress() {
        resolver.resource(resource(HERE, "AWS::X::Instance", "i-1", new Identifier("public-ip", "52.0.0.1")));
        resolver.resource(resource(HERE, "AWS::X::Address", "eip-1", new Identifier("public-ip", "52.0.0.1")));
        resolver.resource(resource(HERE, "AWS::X::Interface", "eni-1", new Identifier("public-ip", "52.0.0.1")));

        assertThat(edge("", "52.0.0.1").to()).contains(uid("eu-west-1", "AWS::X::Address", "eip-1"));
    }

    @Test
    void takesAPrivateAddressForThatOfItsOwnAccountAndRegion() {
        resolver.resource(resource(THERE, "AWS::X::Interface", "eni-1", new Identifier("private-ip", "10.0.0.1")));

        assertThat(edge("", "10.0.0.1").dangling()).isTrue();
    }

    @Test
    void findsTheAccountBehindItsRoot() {
        resolver.resource(resource(HERE, "AWS::X::Account", THERE, new Identifier("account", THERE)));

        resolver.link(new Link(
                FROM,
                "trusts",
                new Link.Target(Optional.empty(), "arn:aws:iam::" + THERE + ":root", THERE, ""),
                "via"));

        assertThat(edges().getFirst().to()).contains(uid("eu-west-1", "AWS::X::Account", THERE));
    }

    @Test
    void doesNotGuessAmongNamesakes() {
        resolver.resource(resource(HERE, "AWS::X::Table", "t-1", new Identifier("alias", "orders")));
        resolver.resource(resource(HERE, "AWS::X::Table", "t-2", new Identifier("alias", "orders")));

        assertThat(edge("AWS::X::Table", "orders").dangling()).isTrue();
    }

    private Edge edge(String type, String id) {
        resolver.link(link(type, id));
        return edges().getFirst();
    }

    private static Link link(String type, String id) {
        Optional<ResourceType> to =
                Optional.of(type).filter(name -> !name.isEmpty()).map(ResourceType::new);
        return new Link(FROM, "resolves-to", new Link.Target(to, id, HERE, "eu-west-1"), "via");
    }

    private List<Edge> edges() {
        var edges = new ArrayList<Edge>();
        resolver.resolve(edges::add);
        return edges;
    }

    private static Uid uid(String region, String type, String id) {
        return Uid.of(new Uid.Parts("aws", HERE, region, new ResourceType(type), id, ""));
    }

    private static Resource resource(String account, String type, String id, Identifier identifier) {
        return new Resource(
                new Identity(
                        uid("eu-west-1", type, id),
                        new ResourceType(type),
                        new Place("aws", new AccountId(account), "eu-west-1"),
                        id,
                        Optional.empty(),
                        id),
                new Traits(
                        Origin.CUSTOMER,
                        Optional.empty(),
                        new Exposure(Tri.UNKNOWN, Tri.UNKNOWN),
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        new Details(Optional.empty(), Optional.empty(), Optional.empty(), List.of(identifier))),
                new Looked(
                        Instant.EPOCH,
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        new Resource.Versions("1", "1")),
                Json.Obj.EMPTY,
                "");
    }
}
