package dev.quarterdeck.collect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.facts.Remembered;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Coverage.Status;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** What a scan asks that remembers the one before it. */
class ThriftTest {
    private static final String ACCOUNT = "111122223333";
    private static final String INSTANCE = "AWS::EC2::Instance";
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String CLUSTER = "AWS::ECS::Cluster";
    private static final String SERVICE = "AWS::ECS::Service";

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final InstantSource time = () -> now;
    private Memory memory = new Memory(new Recorded());

    /** What one scan told, as the next one remembers it. */
    private static final class Memory implements Recollection {
        private final Map<Uid, Remembered> resources = new HashMap<>();
        private final Map<Coverage.Area, Listed> areas = new HashMap<>();

        Memory(Recorded told) {
            told.resources.forEach(resource -> resource.looked()
                    .listed()
                    .ifPresent(hash -> resources.put(
                            resource.identity().uid(),
                            new Remembered(
                                    hash, resource.config(), resource.looked().enrichments()))));
            told.coverage.stream()
                    .filter(row -> row.status() == Status.LOOKED)
                    .forEach(row -> areas.put(row.area(), new Listed(row.lookedAt(), row.count() == 0)));
        }

        @Override
        public Optional<Remembered> resource(Uid uid) {
            return Optional.ofNullable(resources.get(uid));
        }

        @Override
        public Optional<Listed> listed(Coverage.Area area) {
            return Optional.ofNullable(areas.get(area));
        }
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }

    private Recorded scan(StubAws aws, String... types) {
        aws.calls.clear();
        var recorded = new Recorded();
        Set<ResourceType> wanted = Stream.of(types).map(ResourceType::new).collect(Collectors.toSet());
        var target = new Target(new Access("aws", "", AnonymousCredentialsProvider.create()), "prod", "");
        var instruments = new Instruments(
                aws, ScanTest.catalog(), new Redaction("k1", new byte[32]), new Tally(), time.withZone(ZoneOffset.UTC));
        var request = new ScanRequest(
                List.of(target), new RegionChoice.Named(List.of("eu-west-1")), wanted, Consent.FREE_READS_ONLY, memory);
        new Scan(instruments).run(request, recorded);
        return recorded;
    }

    private static StubAws instances(String state, int count) {
        String rows = IntStream.range(0, count)
                .mapToObj(i -> "{\"InstanceId\": \"i-%d\", \"State\": {\"Name\": \"%s\"}}".formatted(i, state))
                .collect(Collectors.joining(","));
        return StubAws.account(ACCOUNT, "eu-west-1")
                .on("ec2:DescribeInstances", "{\"Reservations\": [{\"Instances\": [%s]}]}".formatted(rows))
                .on("ec2:DescribeInstanceAttribute", "{\"UserData\": {\"Value\": \"c2VjcmV0\"}}");
    }

    private static List<Map.Entry<String, String>> told(Recorded recorded) {
        return recorded.resources.stream()
                .map(resource -> Map.entry(resource.identity().nativeId(), resource.hash()))
                .toList();
    }

    @Test
    void asksNothingMoreOfWhatIsAsItWas() {
        Recorded first = scan(instances("running", 10), INSTANCE);
        memory = new Memory(first);
        pass(Duration.ofSeconds(1));
        StubAws aws = instances("running", 10);

        Recorded second = scan(aws, INSTANCE);

        assertThat(aws.count("ec2:DescribeInstanceAttribute")).isZero();
        assertThat(told(second)).containsExactlyInAnyOrderElementsOf(told(first));
        Resource known = second.resource("i-1");
        assertThat(known.config()).isEqualTo(first.resource("i-1").config());
        assertThat(known.looked().enrichments())
                .isEqualTo(first.resource("i-1").looked().enrichments());
        assertThat(known.looked().at()).isEqualTo(now);
    }

    @Test
    void asksAgainWhereTheListTellsSomethingElse() {
        memory = new Memory(scan(instances("running", 10), INSTANCE));
        StubAws aws = instances("stopped", 10);

        scan(aws, INSTANCE);

        assertThat(aws.count("ec2:DescribeInstanceAttribute")).isEqualTo(10);
    }

    @Test
    void asksAgainWhatItMayNotHaveReadBefore() {
        StubAws denied = instances("running", 3)
                .on("ec2:DescribeInstanceAttribute", new Answer.Denied("ec2:DescribeInstanceAttribute", "no"));
        memory = new Memory(scan(denied, INSTANCE));
        StubAws aws = instances("running", 3);

        Recorded second = scan(aws, INSTANCE);

        assertThat(aws.count("ec2:DescribeInstanceAttribute")).isEqualTo(3);
        assertThat(second.resource("i-1").looked().notRead()).isEmpty();
    }

    /** Four scans a day: each resource is asked for in one of them, and they share the work. */
    @Test
    void asksForEachOnceADayAndNotForAllAtOnce() {
        memory = new Memory(scan(instances("running", 400), INSTANCE));
        long asked = 0;

        for (int i = 0; i < 4; i++) {
            pass(Duration.ofHours(6));
            StubAws aws = instances("running", 400);
            memory = new Memory(scan(aws, INSTANCE));
            long now = aws.count("ec2:DescribeInstanceAttribute");
            assertThat(now).isBetween(50L, 150L);
            asked += now;
        }

        assertThat(asked).isEqualTo(400);
    }

    @Test
    void staysSilentOfWhatWasEmptyUntilADayHasPassed() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1").on("sqs:ListQueues", "{}");
        memory = new Memory(scan(aws, QUEUE));
        pass(Duration.ofSeconds(1));

        assertThat(scan(aws, QUEUE).coverage).isEmpty();
        assertThat(aws.count("sqs:ListQueues")).isZero();

        pass(Duration.ofHours(24));
        assertThat(scan(aws, QUEUE).coverage).hasSize(1);
        assertThat(aws.count("sqs:ListQueues")).isEqualTo(1);
    }

    @Test
    void saysNothingOfChildrenWhoseParentsWereNotListed() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1").on("ecs:ListClusters", "{\"clusterArns\": []}");
        memory = new Memory(scan(aws, CLUSTER, SERVICE));
        pass(Duration.ofSeconds(1));

        assertThat(scan(aws, CLUSTER, SERVICE).coverage).isEmpty();
        assertThat(aws.calls).extracting(call -> call.operation()).containsExactly("GetCallerIdentity");
    }

    @Test
    void asksEveryTimeWhatOneCallTellsOfMany() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("sqs:ListQueues", "{\"QueueUrls\": [\"https://sqs/1/a\"]}")
                .on("sqs:GetQueueAttributes", "{\"Attributes\": {\"SqsManagedSseEnabled\": \"true\"}}")
                .on("resourcegroupstaggingapi:GetResources", "{}");
        memory = new Memory(scan(aws, QUEUE));
        aws.on("resourcegroupstaggingapi:GetResources", """
                {"ResourceTagMappingList": [{"ResourceARN": "arn:aws:sqs:eu-west-1:111122223333:a",
                  "Tags": [{"Key": "team", "Value": "x"}]}]}""");

        Recorded second = scan(aws, QUEUE);

        assertThat(aws.count("sqs:GetQueueAttributes")).isZero();
        assertThat(second.resource("https://sqs/1/a").traits().tags()).isEqualTo(Map.of("team", "x"));
    }
}
