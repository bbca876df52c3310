package dev.quarterdeck.collect.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Coverage.Reason;
import dev.quarterdeck.inventory.Coverage.Status;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.Resource.Exposure;
import dev.quarterdeck.inventory.Resource.Identifier;
import dev.quarterdeck.inventory.Resource.Place;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.Call;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

class ScanTest {
    private static final String ACCOUNT = "111122223333";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Answer.Barred BARRED =
            new Answer.Barred("p-guard", "explicit deny in a service control policy");

    private final Recorded recorded = new Recorded();

    @Test
    void makesFactsOfWhatIsListed() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("ec2:DescribeInstances", """
                        {"Reservations": [{"OwnerId": "111122223333", "Instances": [
                          {"InstanceId": "i-1", "State": {"Name": "running"}, "LaunchTime": "2026-01-02T03:04:05+00:00",
                           "SubnetId": "subnet-1", "PublicDnsName": "ec2-1.example.org", "PublicIpAddress": "192.0.2.1",
                           "Placement": {"AvailabilityZone": "eu-west-1a"}, "SecurityGroups": [{"GroupId": "sg-2"}, {"GroupId": "sg-1"}],
                           "NetworkInterfaces": [{"PrivateIpAddress": "10.0.0.1"}],
                           "Tags": [{"Key": "Name", "Value": "web"}, {"Key": "aws:cloudformation:stack-name", "Value": "shop"}]}]}]}
                        """)
                .on("ec2:DescribeInstanceAttribute", "{\"UserData\": {\"Value\": \"c2VjcmV0\"}}")
                .on("ec2:DescribeSubnets", "{\"Subnets\": [{\"SubnetId\": \"subnet-1\"}]}");

        scan(aws, "AWS::EC2::Instance", "AWS::EC2::Subnet");

        Resource instance = recorded.resource("i-1");
        assertThat(instance.identity().place()).isEqualTo(new Place("aws", new AccountId(ACCOUNT), "eu-west-1"));
        assertThat(instance.identity().arn()).contains("arn:aws:ec2:eu-west-1:111122223333:instance/i-1");
        assertThat(instance.identity().name()).isEqualTo("web");
        assertThat(instance.traits().state()).contains("running");
        assertThat(instance.traits().exposure()).isEqualTo(new Exposure(Tri.YES, Tri.UNKNOWN));
        assertThat(instance.traits().tags()).isEqualTo(Map.of("Name", "web"));
        assertThat(instance.traits().createdAt()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(instance.traits().details().az()).contains("eu-west-1a");
        assertThat(instance.traits().details().managedBy()).contains("cloudformation");
        assertThat(instance.traits().details().stack()).contains("shop");
        assertThat(instance.traits().details().identifiers())
                .containsExactly(new Identifier("private-ip", "10.0.0.1"), new Identifier("dns", "ec2-1.example.org"));
        assertThat(instance.looked().at()).isEqualTo(NOW);
        assertThat(instance.looked().enrichments()).isEqualTo(Map.of("user-data", NOW));
        assertThat(instance.looked().versions().catalog()).isEqualTo("0123456789abcdef");
        assertThat(instance.config().text())
                .contains("\"OwnerId\":\"111122223333\"")
                .contains("\"SecurityGroups\":[{\"GroupId\":\"sg-1\"},{\"GroupId\":\"sg-2\"}]")
                .contains("\"UserData\":\"quarterdeck:hmac:k1:")
                .doesNotContain("c2VjcmV0");
        assertThat(recorded.coverage)
                .containsExactlyInAnyOrder(looked("AWS::EC2::Instance", 1), looked("AWS::EC2::Subnet", 1));
    }

    @Test
    void resolvesLinksAndKeepsDanglingOnes() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("ec2:DescribeInstances", """
                        {"Reservations": [{"Instances": [{"InstanceId": "i-1", "SubnetId": "subnet-1",
                          "SecurityGroups": [{"GroupId": "sg-9"}],
                          "IamInstanceProfile": {"Arn": "arn:aws:iam::444455556666:instance-profile/web"}}]}]}""")
                .on("ec2:DescribeInstanceAttribute", "{}")
                .on("ec2:DescribeSubnets", "{\"Subnets\": [{\"SubnetId\": \"subnet-1\"}]}");

        scan(aws, "AWS::EC2::Instance", "AWS::EC2::Subnet");

        Uid from = recorded.resource("i-1").identity().uid();
        Uid subnet = recorded.resource("subnet-1").identity().uid();
        assertThat(recorded.edges)
                .allMatch(edge -> edge.link().from().equals(from))
                .extracting(
                        edge -> edge.link().rel(),
                        Edge::to,
                        edge -> edge.link().target().id(),
                        Edge::toAccount,
                        edge -> edge.link().via())
                .containsExactlyInAnyOrder(
                        tuple("in", Optional.of(subnet), "subnet-1", ACCOUNT, "SubnetId"),
                        tuple("uses", Optional.empty(), "sg-9", ACCOUNT, "SecurityGroups[]"),
                        tuple(
                                "uses",
                                Optional.empty(),
                                "arn:aws:iam::444455556666:instance-profile/web",
                                "444455556666",
                                "IamInstanceProfile.Arn"));
    }

    @Test
    void joinsTagsInOneCallAndOnlyWhereSomethingLives() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1", "us-east-1")
                .on(
                        "sqs:ListQueues",
                        call -> call.region().equals("eu-west-1")
                                ? StubAws.pages(
                                        "{\"QueueUrls\": [\"https://sqs/1/a\", \"https://sqs/1/b\"]}",
                                        "{\"QueueUrls\": [\"https://sqs/1/c\"]}")
                                : StubAws.pages("{}"))
                .on("sqs:GetQueueAttributes", "{\"Attributes\": {\"SqsManagedSseEnabled\": \"true\"}}")
                .on("resourcegroupstaggingapi:GetResources", """
                        {"ResourceTagMappingList": [{"ResourceARN": "arn:aws:sqs:eu-west-1:111122223333:b",
                          "Tags": [{"Key": "team", "Value": "x"}]}]}""");

        scan(aws, "AWS::SQS::Queue");

        assertThat(aws.count("resourcegroupstaggingapi:GetResources")).isEqualTo(1);
        assertThat(aws.count("sqs:GetQueueAttributes")).isEqualTo(3);
        assertThat(recorded.resource("https://sqs/1/b").traits().tags()).isEqualTo(Map.of("team", "x"));
        assertThat(recorded.resource("https://sqs/1/a").traits().tags()).isEmpty();
        assertThat(recorded.resource("https://sqs/1/c").traits().exposure()).isEqualTo(new Exposure(Tri.NO, Tri.YES));
        assertThat(recorded.coverage("us-east-1", "AWS::SQS::Queue").count()).isZero();
        assertThat(recorded.coverage("us-east-1", "AWS::SQS::Queue").complete()).isTrue();
    }

    @Test
    void saysWhatItMayNotRead() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("sqs:ListQueues", "{\"QueueUrls\": [\"https://sqs/1/a\", \"https://sqs/1/b\"]}")
                .on("sqs:GetQueueAttributes", new Answer.Denied("sqs:GetQueueAttributes", "you may not"))
                .on("resourcegroupstaggingapi:GetResources", "{}")
                .on("ec2:DescribeSubnets", new Answer.Denied("ec2:DescribeSubnets", "no way"));

        scan(aws, "AWS::SQS::Queue", "AWS::EC2::Subnet");

        Resource queue = recorded.resource("https://sqs/1/a");
        assertThat(queue.looked().notRead()).isEqualTo(Map.of("attributes", "denied: you may not"));
        assertThat(queue.looked().enrichments()).isEqualTo(Map.of("tags", NOW));
        assertThat(queue.traits().exposure()).isEqualTo(new Exposure(Tri.UNKNOWN, Tri.UNKNOWN));
        assertThat(recorded.coverage("eu-west-1", "AWS::SQS::Queue"))
                .isEqualTo(new Coverage(
                        area("AWS::SQS::Queue"),
                        Status.LOOKED,
                        new Reason(
                                "attributes not read for 2: denied: you may not",
                                Optional.empty(),
                                Optional.of("sqs:GetQueueAttributes")),
                        2,
                        NOW));
        assertThat(recorded.coverage("eu-west-1", "AWS::EC2::Subnet"))
                .isEqualTo(new Coverage(
                        area("AWS::EC2::Subnet"),
                        Status.DENIED,
                        new Reason("no way", Optional.empty(), Optional.of("ec2:DescribeSubnets")),
                        0,
                        NOW));
    }

    @Test
    void keepsWhatCameBeforeAListBroke() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on(
                        "ec2:DescribeSubnets",
                        _ -> new StubAws.Reply(
                                List.of("{\"Subnets\": [{\"SubnetId\": \"subnet-1\"}]}"),
                                new Answer.Throttled("slow down")));

        scan(aws, "AWS::EC2::Subnet");

        assertThat(recorded.resource("subnet-1").identity().name()).isEqualTo("subnet-1");
        assertThat(recorded.coverage("eu-west-1", "AWS::EC2::Subnet").status()).isEqualTo(Status.THROTTLED);
        assertThat(recorded.coverage("eu-west-1", "AWS::EC2::Subnet").count()).isEqualTo(1);
    }

    @Test
    void describesInBatchesAndListsChildrenOfEachParent() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("ecs:ListClusters", "{\"clusterArns\": [\"arn:c/1\", \"arn:c/2\", \"arn:c/3\"]}")
                .on("ecs:DescribeClusters", ScanTest::clusters)
                .on(
                        "ecs:ListServices",
                        call -> StubAws.pages("{\"serviceArns\": [\"arn:s/%s\"]}"
                                .formatted(call.input().get("cluster"))));

        scan(aws, "AWS::ECS::Service", "AWS::ECS::Cluster");

        assertThat(aws.count("ecs:DescribeClusters")).isEqualTo(2);
        assertThat(recorded.resource("2").config().text()).contains("\"status\":\"ACTIVE arn:c/2\"");
        assertThat(ids()).containsExactlyInAnyOrder("1", "2", "3", "arn:s/arn:c/1", "arn:s/arn:c/2", "arn:s/arn:c/3");
        assertThat(recorded.edges).hasSize(3).allMatch(edge -> !edge.dangling());
        assertThat(recorded.coverage)
                .containsExactlyInAnyOrder(looked("AWS::ECS::Cluster", 3), looked("AWS::ECS::Service", 3));
    }

    @Test
    void listsParentsThatNobodyAskedForWithoutTellingThem() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("ecs:ListClusters", "{\"clusterArns\": [\"arn:c/1\"]}")
                .on("ecs:DescribeClusters", ScanTest::clusters)
                .on("ecs:ListServices", "{\"serviceArns\": [\"arn:s/1\"]}");

        scan(aws, "AWS::ECS::Service");

        assertThat(ids()).containsExactly("arn:s/1");
        assertThat(recorded.coverage).containsExactly(looked("AWS::ECS::Service", 1));
    }

    @Test
    void childrenShareTheFateOfTheirParents() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("ecs:ListClusters", new Answer.Denied("ecs:ListClusters", "no"));

        scan(aws, "AWS::ECS::Service");

        assertThat(recorded.coverage("eu-west-1", "AWS::ECS::Service").status()).isEqualTo(Status.DENIED);
        assertThat(recorded.coverage("eu-west-1", "AWS::ECS::Service").reason().missingAction())
                .contains("ecs:ListClusters");
    }

    @Test
    void splitsABatchOfWhichOneHasGone() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("ecs:ListClusters", "{\"clusterArns\": [\"arn:c/1\", \"arn:c/gone\"]}")
                .on(
                        "ecs:DescribeClusters",
                        call -> String.valueOf(call.input().get("clusters")).contains("gone")
                                ? StubAws.failure(new Answer.Absent("ClusterNotFoundException", "gone"))
                                : clusters(call));

        scan(aws, "AWS::ECS::Cluster");

        assertThat(recorded.resource("1").config().text()).contains("ACTIVE");
        assertThat(recorded.resource("gone").config().text()).doesNotContain("ACTIVE");
        assertThat(recorded.coverage("eu-west-1", "AWS::ECS::Cluster").complete())
                .isTrue();
    }

    @Test
    void asksGlobalTypesOnceAndEnrichesInTheResourcesOwnRegion() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1", "us-east-1")
                .on("s3:ListBuckets", "{\"Buckets\": [{\"Name\": \"b\", \"BucketRegion\": \"eu-west-1\"}]}")
                .on("s3:GetBucketPolicy", new Answer.Absent("NoSuchBucketPolicy", "none"))
                .on("iam:GetAccountAuthorizationDetails", """
                        {"RoleDetailList": [{"RoleName": "r", "RoleId": "AROA1", "Path": "/aws-service-role/x/", "Arn": "arn:aws:iam::111122223333:role/r",
                          "AssumeRolePolicyDocument": {"Statement": []}}]}""");

        scan(aws, "AWS::S3::Bucket", "AWS::IAM::Role");

        Resource bucket = recorded.resource("b");
        assertThat(bucket.identity().place().region()).isEqualTo("eu-west-1");
        assertThat(bucket.config().text()).contains("\"Policy\":null");
        assertThat(bucket.looked().notRead())
                .isEqualTo(Map.of("cost", "not asked, for it costs money and nobody agreed to that"));
        assertThat(recorded.resource("r").identity().place().region()).isEqualTo("global");
        assertThat(recorded.resource("r").identity().uid())
                .isEqualTo(Uid.of(
                        new Uid.Parts("aws", ACCOUNT, "global", new ResourceType("AWS::IAM::Role"), "r", "AROA1")));
        assertThat(recorded.resource("r").traits().origin()).isEqualTo(Origin.AWS_MANAGED);
        assertThat(aws.calls)
                .filteredOn(call -> call.operation().equals("GetBucketPolicy"))
                .extracting(Call::region)
                .containsExactly("eu-west-1");
        assertThat(aws.count("s3:ListBuckets")).isEqualTo(1);
        assertThat(aws.count("s3:GetBucketPolicyStatus")).isZero();
        assertThat(aws.count("s3:GetBucketCost")).isZero();
        assertThat(recorded.coverage).extracting(row -> row.area().region()).containsOnly("global");
        assertThat(recorded.coverage).allMatch(Coverage::complete);
    }

    @Test
    void asksABarredRegionThreeTimesOnly() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1", "us-west-2");
        for (String list :
                List.of("ec2:DescribeInstances", "ec2:DescribeSubnets", "sqs:ListQueues", "ecs:ListClusters")) {
            aws.on(list, call -> call.region().equals("us-west-2") ? StubAws.failure(BARRED) : StubAws.pages("{}"));
        }

        ScanResult result = scan(
                aws,
                "AWS::EC2::Instance",
                "AWS::EC2::Subnet",
                "AWS::SQS::Queue",
                "AWS::ECS::Cluster",
                "AWS::ECS::Service");

        assertThat(aws.calls.stream().filter(call -> call.region().equals("us-west-2")))
                .hasSize(3);
        assertThat(recorded.coverage.stream().filter(row -> row.area().region().equals("us-west-2")))
                .hasSize(5)
                .allMatch(row -> row.status() == Status.BARRED)
                .allMatch(row -> row.reason().blockedBy().equals(Optional.of("p-guard")));
        assertThat(recorded.coverage.stream().filter(row -> row.area().region().equals("eu-west-1")))
                .hasSize(5)
                .allMatch(Coverage::complete);
        assertThat(result.accounts().getFirst().barred()).containsExactly("us-west-2");
        assertThat(result.requests().counts().values().stream()
                        .mapToLong(Tally.Count::denied)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void goesOnWhereOnlySingleServicesAreBarred() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("ec2:DescribeInstances", BARRED)
                .on("ec2:DescribeSubnets", BARRED)
                .on("ecs:ListClusters", BARRED)
                .on("sqs:ListQueues", "{}");

        scan(aws, "AWS::SQS::Queue", "AWS::ECS::Cluster");

        assertThat(recorded.coverage("eu-west-1", "AWS::SQS::Queue").status()).isEqualTo(Status.LOOKED);
        assertThat(recorded.coverage("eu-west-1", "AWS::ECS::Cluster").status()).isEqualTo(Status.BARRED);
    }

    @Test
    void tellsRegionsThatAreNotEnabledWithoutAskingThere() {
        StubAws aws = StubAws.account(ACCOUNT).on("ec2:DescribeRegions", """
                        {"Regions": [{"RegionName": "eu-west-1", "OptInStatus": "opt-in-not-required"},
                                     {"RegionName": "af-south-1", "OptInStatus": "not-opted-in"}]}""").on("sqs:ListQueues", "{}");

        scan(aws, "AWS::SQS::Queue");

        assertThat(recorded.coverage("af-south-1", "AWS::SQS::Queue").status()).isEqualTo(Status.OPTED_OUT);
        assertThat(aws.calls).noneMatch(call -> call.region().equals("af-south-1"));
    }

    @Test
    void looksAtTheUsualRegionsWhenItMayNotListThem() {
        StubAws aws = StubAws.account(ACCOUNT)
                .on("ec2:DescribeRegions", new Answer.Denied("ec2:DescribeRegions", "no"))
                .on("sqs:ListQueues", "{}");

        ScanResult result = scan(aws, "AWS::SQS::Queue");

        assertThat(result.accounts().getFirst().regions()).hasSize(17).contains("sa-east-1");
        assertThat(recorded.coverage.stream().filter(row -> row.area().type().isEmpty()))
                .singleElement()
                .satisfies(row -> assertThat(row.reason().missingAction()).contains("ec2:DescribeRegions"));
    }

    @Test
    void coversAnAccountThatCannotBeOpenedOnce() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("sts:GetCallerIdentity", new Answer.Denied("sts:AssumeRole", "not trusted"));

        ScanResult result = scan(aws, "AWS::SQS::Queue");

        assertThat(recorded.coverage)
                .containsExactly(new Coverage(
                        new Coverage.Area("prod", "*", Optional.empty()),
                        Status.DENIED,
                        new Reason("not trusted", Optional.empty(), Optional.of("sts:AssumeRole")),
                        0,
                        NOW));
        assertThat(result.accounts().getFirst().refusal()).contains("denied: not trusted");
    }

    @Test
    void tellsNoResourceTwice() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on(
                        "ec2:DescribeSubnets",
                        "{\"Subnets\": [{\"SubnetId\": \"subnet-1\"}]}",
                        "{\"Subnets\": [{\"SubnetId\": \"subnet-1\"}, {\"SubnetId\": \"subnet-2\"}]}");

        ScanResult result = scan(aws, "AWS::EC2::Subnet");

        assertThat(ids()).containsExactly("subnet-1", "subnet-2");
        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(result.resources()).isEqualTo(2);
    }

    @Test
    void readsAnAccountOnceHoweverManyWaysLeadIntoIt() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1").on("sqs:ListQueues", "{}");
        var request = new ScanRequest(
                List.of(target("prod"), target("prod-again")),
                new RegionChoice.AllEnabled(),
                types("AWS::SQS::Queue"),
                Consent.FREE_READS_ONLY);

        ScanResult result = new Scan(instruments(aws)).run(request, recorded);

        assertThat(aws.count("sqs:ListQueues")).isEqualTo(1);
        assertThat(result.accounts())
                .filteredOn(opened -> opened.refusal().isPresent())
                .hasSize(1);
    }

    @Test
    void looksAtOnePartOfAnAccountOnly() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1", "us-east-1")
                .on("iam:GetAccountAuthorizationDetails", """
                        {"RoleDetailList": [{"RoleName": "r", "RoleId": "AROA1", "Path": "/",
                          "AssumeRolePolicyDocument": {"Statement": []}}]}""")
                .on("ec2:DescribeSubnets", "{\"Subnets\": [{\"SubnetId\": \"subnet-1\"}]}");

        scanPart(aws, "eu-west-1");

        assertThat(ids()).containsExactly("subnet-1");
        assertThat(recorded.coverage).containsExactly(looked("AWS::EC2::Subnet", 1));
        assertThat(aws.count("ec2:DescribeRegions")).isZero();
        recorded.resources.clear();
        recorded.coverage.clear();

        scanPart(aws, Resource.Place.GLOBAL);

        assertThat(ids()).containsExactly("r");
        assertThat(recorded.coverage).extracting(row -> row.area().region()).containsOnly("global");
        assertThat(aws.count("ec2:DescribeSubnets")).isEqualTo(1);
    }

    @Test
    void theGlobalPartTellsWhichRegionsAreNotEnabled() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("ec2:DescribeRegions", """
                        {"Regions": [{"RegionName": "eu-west-1", "OptInStatus": "opt-in-not-required"},
                                     {"RegionName": "ap-east-1", "OptInStatus": "not-opted-in"}]}""")
                .on("iam:GetAccountAuthorizationDetails", "{}");

        scanPart(aws, Resource.Place.GLOBAL);

        assertThat(recorded.coverage("ap-east-1", "AWS::EC2::Subnet").status()).isEqualTo(Status.OPTED_OUT);
        assertThat(recorded.coverage).extracting(row -> row.area().region()).containsOnly("global", "ap-east-1");
    }

    private void scanPart(StubAws aws, String part) {
        var request = new ScanRequest(
                List.of(target("prod")),
                new RegionChoice.Part(part),
                types("AWS::IAM::Role", "AWS::EC2::Subnet"),
                Consent.FREE_READS_ONLY);
        new Scan(instruments(aws)).run(request, recorded);
    }

    @Test
    void namesAResourceWithoutIdAsAGap() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("ec2:DescribeSubnets", "{\"Subnets\": [{\"VpcId\": \"vpc-1\"}]}");

        scan(aws, "AWS::EC2::Subnet");

        assertThat(recorded.resources).isEmpty();
        assertThat(recorded.coverage("eu-west-1", "AWS::EC2::Subnet").reason().text())
                .isEqualTo("id not read for 1: failed: AWS did not tell it, so the resource is left out");
    }

    @Test
    void endsAtOnceWhenInterruptedAndKeepsWhatItHas() throws InterruptedException {
        var waiting = new CountDownLatch(1);
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("ec2:DescribeSubnets", "{\"Subnets\": [{\"SubnetId\": \"subnet-1\"}]}")
                .on("sqs:ListQueues", _ -> {
                    waiting.countDown();
                    return blocked();
                });
        var results = new java.util.concurrent.CompletableFuture<ScanResult>();
        Thread scanning =
                Thread.ofPlatform().start(() -> results.complete(scan(aws, "AWS::EC2::Subnet", "AWS::SQS::Queue")));

        waiting.await();
        scanning.interrupt();

        assertThat(results.join().interrupted()).isTrue();
        assertThat(recorded.coverage("eu-west-1", "AWS::SQS::Queue").status()).isEqualTo(Status.FAILED);
        assertThat(recorded.coverage).hasSize(2);
    }

    @Test
    void throwsWhatTheSinkThrows() {
        StubAws aws = StubAws.account(ACCOUNT, "eu-west-1")
                .on("ec2:DescribeSubnets", "{\"Subnets\": [{\"SubnetId\": \"s\"}]}");
        FactSink full = new FactSink() {
            @Override
            public void resource(Resource resource) {
                throw new UncheckedIOException(new IOException("disk full"));
            }

            @Override
            public void edge(Edge edge) {}

            @Override
            public void coverage(Coverage coverage) {}
        };

        assertThatThrownBy(() -> new Scan(instruments(aws)).run(request("AWS::EC2::Subnet"), full))
                .hasMessageContaining("disk full");
    }

    private static StubAws.Reply blocked() {
        try {
            new CountDownLatch(1).await();
            return StubAws.pages("{}");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return StubAws.failure(new Answer.Failed("Interrupted", "stopped"));
        }
    }

    private static StubAws.Reply clusters(Call call) {
        String rows = call.input().get("clusters") instanceof List<?> arns
                ? arns.stream()
                        .map(arn -> "{\"clusterArn\": \"%s\", \"status\": \"ACTIVE %s\"}".formatted(arn, arn))
                        .collect(Collectors.joining(","))
                : "";
        return StubAws.pages("{\"clusters\": [%s]}".formatted(rows));
    }

    private ScanResult scan(StubAws aws, String... types) {
        return new Scan(instruments(aws)).run(request(types), recorded);
    }

    private List<String> ids() {
        return recorded.resources.stream()
                .map(resource -> resource.identity().nativeId())
                .toList();
    }

    private static Coverage looked(String type, long count) {
        return new Coverage(area(type), Status.LOOKED, Reason.NONE, count, NOW);
    }

    private static Coverage.Area area(String type) {
        return new Coverage.Area(ACCOUNT, "eu-west-1", Optional.of(new ResourceType(type)));
    }

    private static ScanRequest request(String... types) {
        return new ScanRequest(
                List.of(target("prod")), new RegionChoice.AllEnabled(), types(types), Consent.FREE_READS_ONLY);
    }

    private static Set<ResourceType> types(String... names) {
        return Stream.of(names).map(ResourceType::new).collect(Collectors.toSet());
    }

    private static Target target(String name) {
        return new Target(new Access("aws", "", AnonymousCredentialsProvider.create()), name, "");
    }

    static Instruments instruments(StubAws aws) {
        return new Instruments(
                aws, catalog(), new Redaction("k1", new byte[32]), new Tally(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static TypeCatalog catalog() {
        try (InputStream in = ScanTest.class.getResourceAsStream("types.json")) {
            return TypeCatalog.read(java.util.Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
