package dev.quarterdeck.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Coverage.Area;
import dev.quarterdeck.inventory.Coverage.Status;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.testkit.Witness.Sighting;
import dev.quarterdeck.testkit.faults.Asked;
import dev.quarterdeck.testkit.faults.Fault;
import dev.quarterdeck.testkit.faults.FaultServer;
import dev.quarterdeck.testkit.seed.Estate.Entrance;
import dev.quarterdeck.wire.WireSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Whatever fails, a scan ends, tells what it could not read, and reads all else. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
@Timeout(120)
class FaultyScanIT {
    private static final String QUEUES = "AWS::SQS::Queue";
    private static final String TOPICS = "AWS::SNS::Topic";
    private static final String VPCS = "AWS::EC2::VPC";
    private static final String TABLES = "AWS::DynamoDB::Table";
    private static final String MAPPINGS = "AWS::Lambda::EventSourceMapping";
    private static final String GROUPS = "AWS::IAM::Group";
    private static final String[] TYPES = {QUEUES, TOPICS, VPCS, TABLES, MAPPINGS, GROUPS};
    private static final String HERE = "eu-west-1";
    private static final String THERE = "us-east-1";
    private static final WireSettings.TimeOuts HASTY =
            new WireSettings.TimeOuts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(8));

    private static Planted planted;
    private static Entrance production;
    private static FaultServer server;
    private static Set<Sighting> truth;

    @BeforeAll
    static void start() {
        planted = Planted.once();
        production = planted.estate().entrances().get(1);
        server = FaultServer.before(planted.endpoint());
        truth = look().sightings();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void behave() {
        server.behave();
    }

    @Test
    void aStormOfThrottling() {
        server.fail(asked -> asked.service().equals("sqs"), Fault.error(400, "ThrottlingException", "Rate exceeded"));

        onlyMisses(look(), of(QUEUES), Status.THROTTLED);
    }

    @Test
    void errorsOfTheServer() {
        server.fail(asked -> asked.service().equals("dynamodb"), Fault.error(500, "InternalServerError", "try later"));

        onlyMisses(look(), of(TABLES), Status.FAILED);
    }

    @Test
    void aServiceWhoseAnswersAreNoAnswers() {
        server.fail(
                asked -> asked.service().equals("lambda"),
                Fault.reply(503, "text/html", "<html><body>Service Unavailable</body></html>"));

        onlyMisses(look(), of(MAPPINGS), Status.FAILED);
    }

    @Test
    void answersThatEndInTheMiddle() {
        server.fail(asked -> asked.isFor("sns", "ListTopics"), Fault.truncated());

        onlyMisses(look(), of(TOPICS), Status.FAILED);
    }

    @Test
    void connectionsThatAreReset() {
        server.fail(asked -> asked.service().equals("lambda"), Fault.reset());

        onlyMisses(look(), of(MAPPINGS), Status.FAILED);
    }

    @Test
    void anAnswerThatDripsForEver() {
        server.fail(
                asked -> asked.isFor("ec2", "DescribeVpcs") && asked.region().equals(HERE), Fault.drip());

        onlyMisses(look(), of(VPCS, HERE), Status.FAILED);
    }

    @Test
    void noAnswerAtAll() {
        server.fail(
                asked -> asked.isFor("ec2", "DescribeVpcs") && asked.region().equals(HERE), Fault.silence());

        onlyMisses(look(), of(VPCS, HERE), Status.FAILED);
    }

    @Test
    void aDenialInOneRegion() {
        server.fail(
                asked -> asked.isFor("ec2", "DescribeVpcs") && asked.region().equals(THERE),
                Fault.error(403, "UnauthorizedOperation", "You are not authorized to perform this operation."));

        var sight = look();

        onlyMisses(sight, of(VPCS, THERE), Status.DENIED);
        assertThat(gaps(sight).getFirst().reason().missingAction()).contains("ec2:DescribeVpcs");
    }

    @Test
    void anOrganizationsPolicyThatBarsARegion() {
        server.fail(
                asked -> asked.region().equals(THERE) && !Set.of("sts", "iam").contains(asked.service()),
                Fault.error(
                        403,
                        "AccessDeniedException",
                        "User: arn:aws:sts::1:assumed-role/quarterdeck-read/scan is not authorized to perform this"
                                + " with an explicit deny in a service control policy"));

        var sight = look();

        onlyMisses(sight, area -> area.region().equals(THERE), Status.BARRED);
        assertThat(server.heard().stream()
                        .filter(asked -> asked.region().equals(THERE)
                                && !Set.of("sts", "iam").contains(asked.service())))
                .as("two denials and a canary settle it, not one request a type")
                .hasSizeLessThan(TYPES.length - 1);
    }

    @Test
    void aPageThatLeadsToItself() {
        server.fail(
                asked -> asked.isFor("sqs", "ListQueues") && asked.region().equals(HERE),
                Fault.reply(
                        200,
                        "application/x-amz-json-1.0",
                        "{\"QueueUrls\":[\"http://127.0.0.1/1/one\"],\"NextToken\":\"again\"}"));

        var sight = look();

        onlyMisses(sight, of(QUEUES, HERE), Status.FAILED);
        assertThat(gaps(sight).getFirst().reason().text()).containsIgnoringCase("token");
        assertThat(server.heard().stream()
                        .filter(asked -> asked.isFor("sqs", "ListQueues")
                                && asked.region().equals(HERE)))
                .hasSize(2);
    }

    @Test
    void credentialsThatExpireOnTheWayAreRenewed() {
        server.fail(
                expiresAfter(8),
                Fault.error(400, "ExpiredTokenException", "The security token included in the request is expired"));

        var sight = look();

        assertThat(gaps(sight)).isEmpty();
        assertThat(sight.sightings()).isEqualTo(truth);
        assertThat(server.heard().stream().filter(asked -> asked.isFor("sts", "AssumeRole")))
                .hasSize(2);
    }

    @Test
    void credentialsThatExpireForGoodAreToldOf() {
        server.fail(
                expiresAfter(8),
                Fault.error(400, "ExpiredTokenException", "The security token included in the request is expired"));
        var doors = new AtomicInteger();
        server.fail(
                asked -> asked.isFor("sts", "AssumeRole") && doors.incrementAndGet() > 1,
                Fault.error(403, "AccessDenied", "not any more"));

        var sight = look();

        assertThat(gaps(sight))
                .anySatisfy(gap -> assertThat(gap.status()).isEqualTo(Status.DENIED))
                .allSatisfy(gap -> assertThat(gap.reason().missingAction()).contains("sts:AssumeRole"));
        assertThat(truth).containsAll(sight.sightings());
    }

    @Test
    void aNameThatNobodyKnows() {
        var settings = EmulatorClient.settings(URI.create("http://no-such-host.invalid:4566"))
                .withTimeOuts(HASTY);

        var sight = new Looker(planted, settings).look(List.of(production), TYPES);

        assertThat(sight.resources()).isEmpty();
        assertThat(sight.coverage()).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(Status.FAILED);
            assertThat(entry.reason().text()).contains("no-such-host.invalid");
        });
    }

    /** The key of the first session, from its nth request on. */
    private static Predicate<Asked> expiresAfter(int requests) {
        var count = new AtomicInteger();
        var first = new AtomicReference<>("");
        return asked -> {
            if (asked.isFor("sts", "AssumeRole")) {
                return false;
            }
            String known = first.updateAndGet(before -> before.isEmpty() ? asked.keyId() : before);
            return asked.keyId().equals(known) && count.incrementAndGet() > requests;
        };
    }

    private static Sight look() {
        var settings = EmulatorClient.settings(server.endpoint()).withTimeOuts(HASTY);
        return new Looker(planted, settings).look(List.of(production), TYPES);
    }

    /** These areas, all of them, are gaps of this kind; everything else is as if nothing had happened. */
    private static void onlyMisses(Sight sight, Predicate<Area> where, Status status) {
        assertThat(gaps(sight)).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.area()).matches(where, "is where the fault was");
            assertThat(gap.status()).isEqualTo(status);
        });
        assertThat(sight.coverage().stream().map(Coverage::area).filter(where)).hasSameSizeAs(gaps(sight));
        assertThat(outside(sight.sightings(), where)).isEqualTo(outside(truth, where));
    }

    private static List<Coverage> gaps(Sight sight) {
        return sight.coverage().stream().filter(entry -> !entry.complete()).toList();
    }

    private static Set<Sighting> outside(Set<Sighting> sightings, Predicate<Area> where) {
        return sightings.stream().filter(one -> !where.test(area(one))).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Area area(Sighting one) {
        return new Area(one.account(), one.region(), Optional.of(new ResourceType(one.type())));
    }

    private static Predicate<Area> of(String type) {
        return area -> area.type().orElseThrow().name().equals(type);
    }

    private static Predicate<Area> of(String type, String region) {
        return of(type).and(area -> area.region().equals(region));
    }
}
