package dev.quarterdeck.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.scan.Tally.Count;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Coverage.Status;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.testkit.Witness;
import dev.quarterdeck.testkit.Witness.Sighting;
import dev.quarterdeck.testkit.seed.Canary;
import dev.quarterdeck.testkit.seed.Estate.Entrance;
import dev.quarterdeck.wire.WireSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A scan finds what boto3 finds, all of it and nothing else. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class TruthIT {
    /** What moto 5.2.5 cannot list; a scan must say so and not "none". */
    private static final Set<String> NOT_SERVED = Set.of("AWS::Lambda::Url");

    /** What moto can list but not make. */
    private static final Set<String> NOT_PLANTED = Set.of("AWS::CloudWatch::CompositeAlarm");

    private static Planted planted;
    private static Sight sight;
    private static Duration took;

    @BeforeAll
    static void scan() {
        planted = Planted.once();
        long start = System.nanoTime();
        sight = looker(EmulatorClient.settings(planted.endpoint()))
                .look(planted.estate().entrances());
        took = Duration.ofNanos(System.nanoTime() - start);
    }

    @AfterAll
    static void writeDown() throws IOException {
        var table = """
                ## Truth: a scan held to boto3 on moto

                | 3 accounts, 2 regions | calls | seconds | resources | types |
                |---|---|---|---|---|
                | planted through our own client | %d | %.1f | | |
                | scanned, equal to what boto3 lists | %d | %.1f | %d | %d |

                moto does not serve: %s.
                """.formatted(
                        planted.estate().calls(),
                        planted.took().toMillis() / 1000.0,
                        calls(),
                        took.toMillis() / 1000.0,
                        sight.resources().size(),
                        typesOf(sight).size(),
                        String.join(", ", NOT_SERVED));
        var folder = Files.createDirectories(Path.of("target", "proof"));
        Files.writeString(folder.resolve("truth.md"), table);
    }

    private static long calls() {
        return sight.result().requests().counts().values().stream()
                .mapToLong(Count::calls)
                .sum();
    }

    @Test
    void isHeldToAnEstateWorthTheName() {
        // Two minutes are promised of a machine that does nothing else meanwhile.
        assertThat(planted.took()).isLessThan(Duration.ofMinutes(Boolean.getBoolean("quarterdeck.long") ? 2 : 6));
        assertThat(sight.resources()).hasSizeGreaterThan(1_000);
        assertThat(sight.sightings()).hasSameSizeAs(sight.resources());
    }

    @Test
    void findsWhatBoto3ListsAndInventsNothing() {
        assertThat(sight.sightings()).isEqualTo(Witness.ask(planted.endpoint(), planted.estate()));
    }

    @Test
    void findsSomethingOfEveryTypeOrSaysWhyNot() {
        var seen = typesOf(sight);
        var all = planted.types().types().stream()
                .map(definition -> definition.type().name())
                .collect(Collectors.toCollection(TreeSet::new));
        all.removeAll(NOT_SERVED);
        all.removeAll(NOT_PLANTED);

        assertThat(seen).isEqualTo(all);
    }

    @Test
    void saysWhereItCouldNotLook() {
        var gaps = sight.coverage().stream()
                .filter(entry -> entry.status() != Status.LOOKED)
                .map(entry -> entry.area().type().orElseThrow().name() + " " + entry.status())
                .collect(Collectors.toSet());

        assertThat(gaps)
                .isEqualTo(
                        NOT_SERVED.stream().map(type -> type + " unsupported").collect(Collectors.toSet()));
    }

    @Test
    void keepsAccountsApart() {
        for (Entrance entrance : planted.estate().entrances()) {
            var alone = looker(EmulatorClient.settings(planted.endpoint()))
                    .look(List.of(entrance), "AWS::SQS::Queue", "AWS::IAM::User", "AWS::S3::Bucket");

            assertThat(alone.sightings())
                    .isNotEmpty()
                    .isEqualTo(sight.sightings().stream()
                            .filter(one -> one.account().equals(entrance.account()))
                            .filter(one -> Set.of("AWS::SQS::Queue", "AWS::IAM::User", "AWS::S3::Bucket")
                                    .contains(one.type()))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void reportsAWrongExternalIdOnce() {
        var entrances = new ArrayList<>(planted.estate().entrances());
        var closed = entrances.removeLast();
        entrances.add(new Entrance(closed.account(), closed.name(), closed.roleArn(), "not-the-id"));

        var half = looker(EmulatorClient.settings(planted.endpoint())).look(entrances, "AWS::SQS::Queue");

        assertThat(half.coverage().stream()
                        .filter(entry -> entry.area().account().equals(closed.account()))
                        .toList())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.status()).isEqualTo(Status.DENIED);
                    assertThat(entry.reason().missingAction()).contains("sts:AssumeRole");
                    assertThat(entry.area().type()).isEmpty();
                });
        assertThat(half.sightings())
                .isEqualTo(only(sight, "AWS::SQS::Queue", entrances.subList(0, entrances.size() - 1)));
        assertThat(half.coverage().stream().filter(Coverage::complete)).hasSize(2 * Planted.REGIONS.size());
    }

    /** Some of each protocol: json, rest-json, query, ec2, rest-xml. */
    @Test
    void findsTheSameInSmallPages() {
        var types = new String[] {
            "AWS::DynamoDB::Table",
            "AWS::SSM::Parameter",
            "AWS::Lambda::Function",
            "AWS::SNS::Topic",
            "AWS::IAM::Role",
            "AWS::RDS::DBInstance",
            "AWS::EC2::Volume",
            "AWS::Route53::HostedZone"
        };
        var small = looker(EmulatorClient.settings(planted.endpoint()).withPageSize(3))
                .look(planted.estate().entrances(), types);

        var expected = new TreeSet<Sighting>();
        for (String type : types) {
            expected.addAll(only(sight, type, planted.estate().entrances()));
        }
        assertThat(small.sightings()).isEqualTo(expected);
    }

    /** One in each of the six places, save for what differs by workload or account. */
    @Test
    void seesWhatIsPublic() {
        var open = sight.resources().stream()
                .filter(resource -> resource.traits().exposure().isPublic() == Tri.YES)
                .collect(Collectors.groupingBy(
                        resource -> resource.identity().type().name(), TreeMap::new, Collectors.counting()));

        assertThat(open)
                .isEqualTo(Map.ofEntries(
                        Map.entry("AWS::EC2::Instance", 6L),
                        Map.entry("AWS::EC2::NetworkInterface", 12L), // a bastion's and a NAT gateway's
                        Map.entry("AWS::EC2::SecurityGroup", 6L),
                        Map.entry("AWS::EC2::Snapshot", 6L),
                        Map.entry("AWS::ECR::Repository", 6L),
                        Map.entry("AWS::ElasticLoadBalancingV2::Listener", 20L),
                        Map.entry("AWS::ElasticLoadBalancingV2::LoadBalancer", 20L),
                        Map.entry("AWS::Lambda::Function", 6L),
                        Map.entry("AWS::RDS::DBInstance", 4L),
                        Map.entry("AWS::S3::Bucket", 2L), // the other accounts block it as a whole
                        Map.entry("AWS::SNS::Topic", 6L),
                        Map.entry("AWS::SQS::Queue", 6L)));
    }

    @Test
    void linksWhatBelongsTogether() {
        var types = sight.resources().stream()
                .collect(Collectors.toMap(
                        resource -> resource.identity().uid(),
                        resource -> resource.identity().type().name()));

        var loose = sight.edges().stream()
                .filter(Edge::dangling)
                .map(edge -> types.get(edge.link().from()) + " " + edge.link().rel())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(sight.edges()).hasSizeGreaterThan(3_000);
        assertThat(loose)
                .containsExactly(
                        "AWS::AutoScaling::AutoScalingGroup runs-as", // moto makes no service-linked role
                        "AWS::EC2::Snapshot made-from", // the volumes behind images are gone
                        "AWS::EKS::Nodegroup uses", // a group and a key pair that moto only names
                        "AWS::KMS::Alias alias-of", // AWS's own keys, made on first use
                        "AWS::Lambda::Function logs-to", // never ran, never logged
                        "AWS::RDS::DBCluster encrypted-by", // moto's default key is a word
                        "AWS::RDS::DBClusterSnapshot encrypted-by",
                        "AWS::RDS::DBInstance encrypted-by",
                        "AWS::RDS::DBSnapshot encrypted-by",
                        "AWS::Route53::RecordSet resolves-to"); // an address that nobody bears any more
    }

    @Test
    void letsNoSecretOut() {
        for (Resource resource : sight.resources()) {
            assertThat(resource.toString()).as(resource.identity().toString()).doesNotContain(Canary.MARK);
        }
        assertThat(sight.edges().toString()).doesNotContain(Canary.MARK);
        assertThat(sight.coverage().toString()).doesNotContain(Canary.MARK);
    }

    private static Set<Sighting> only(Sight sight, String type, List<Entrance> entrances) {
        var accounts = entrances.stream().map(Entrance::account).toList();
        return sight.sightings().stream()
                .filter(one -> one.type().equals(type) && accounts.contains(one.account()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> typesOf(Sight sight) {
        return sight.sightings().stream().map(Sighting::type).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Looker looker(WireSettings settings) {
        return new Looker(planted, settings);
    }
}
