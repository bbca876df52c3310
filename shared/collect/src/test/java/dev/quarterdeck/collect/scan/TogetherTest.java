package dev.quarterdeck.collect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Coverage.Status;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

/** What several types ask for is asked once. */
class TogetherTest {
    private static final String CATALOG = """
        {"version": "1", "botocore": "1", "types": [
          {"type": "AWS::SQS::Queue", "service": "sqs", "title": "Queue", "id": "QueueUrl", "arn": "arn:q:{QueueUrl}", "tags": "Tags",
           "list": {"call": "ListQueues", "items": "QueueUrls[]", "as": "QueueUrl"},
           "enrich": [%1$s "with": {"ResourceTypeFilters": ["sqs"]}, %2$s]},
          {"type": "AWS::SNS::Topic", "service": "sns", "title": "Topic", "id": "TopicArn", "arn": "TopicArn", "tags": "Tags",
           "list": {"call": "ListTopics", "items": "Topics[]"},
           "enrich": [%1$s "with": {"ResourceTypeFilters": ["sns"]}, %2$s]},
          {"type": "AWS::EC2::VPC", "service": "ec2", "title": "VPC", "id": "VpcId",
           "list": {"call": "DescribeVpcs", "items": "Vpcs[]"}},
          {"type": "AWS::EC2::RouteTable", "service": "ec2", "title": "Route table", "id": "RouteTableId",
           "list": {"call": "DescribeRouteTables", "items": "RouteTables[]"}, "origin": "Default && 'aws-default' || 'customer'",
           "enrich": [{"name": "vpc", "call": "DescribeVpcs", "join": true, "items": "Vpcs[]", "key": "VpcId", "on": "VpcId",
                       "take": "IsDefault", "into": "Default", "else": false}]},
          {"type": "AWS::CloudWatch::Alarm", "service": "cloudwatch", "title": "Alarm", "id": "AlarmName",
           "list": {"call": "DescribeAlarms", "with": {"AlarmTypes": ["MetricAlarm"]}, "together": "AlarmTypes", "items": "MetricAlarms[]"}},
          {"type": "AWS::CloudWatch::CompositeAlarm", "service": "cloudwatch", "title": "Composite", "id": "AlarmName",
           "list": {"call": "DescribeAlarms", "with": {"AlarmTypes": ["CompositeAlarm"]}, "together": "AlarmTypes",
                    "items": "CompositeAlarms[]"}}]}
        """.formatted(
                    "{\"name\": \"tags\", \"service\": \"resourcegroupstaggingapi\", \"call\": \"GetResources\", \"join\": true,",
                    "\"together\": \"ResourceTypeFilters\", \"items\": \"ResourceTagMappingList[]\", \"key\": \"ResourceARN\","
                            + " \"on\": \"$arn\", \"take\": \"Tags\", \"into\": \"Tags\", \"else\": []}");
    private static final String TAGS = """
        {"ResourceTagMappingList": [
          {"ResourceARN": "arn:q:a", "Tags": [{"Key": "of", "Value": "queue"}]},
          {"ResourceARN": "arn:t", "Tags": [{"Key": "of", "Value": "topic"}]}]}""";

    private final StubAws aws = StubAws.account("111122223333", "eu-west-1")
            .on("sqs:ListQueues", "{\"QueueUrls\": [\"a\"]}")
            .on("sns:ListTopics", "{\"Topics\": [{\"TopicArn\": \"arn:t\"}]}")
            .on("ec2:DescribeVpcs", "{\"Vpcs\": [{\"VpcId\": \"vpc-1\", \"IsDefault\": true}, {\"VpcId\": \"vpc-2\"}]}")
            .on("ec2:DescribeRouteTables", "{\"RouteTables\": [{\"RouteTableId\": \"rtb-1\", \"VpcId\": \"vpc-1\"}]}");
    private final Recorded recorded = new Recorded();

    @Test
    void tagsOfAllTypesComeFromOneCall() throws IOException {
        aws.on("resourcegroupstaggingapi:GetResources", TAGS);

        scan("AWS::SQS::Queue", "AWS::SNS::Topic");

        assertThat(filters()).containsExactly(List.of("sqs", "sns"));
        assertThat(tags("a")).isEqualTo(Map.of("of", "queue"));
        assertThat(tags("arn:t")).isEqualTo(Map.of("of", "topic"));
    }

    @Test
    void asksOnlyForTypesThatAreLookedAt() throws IOException {
        aws.on("resourcegroupstaggingapi:GetResources", TAGS);

        scan("AWS::SNS::Topic");

        assertThat(filters()).containsExactly(List.of("sns"));
    }

    @Test
    void oneThatAwsDoesNotTakeSpoilsNothingForTheOthers() throws IOException {
        aws.on("resourcegroupstaggingapi:GetResources", call -> switch (call.input()
                .get("ResourceTypeFilters")) {
            case List<?> filters when filters.equals(List.of("sns")) -> StubAws.pages(TAGS);
            case null, default -> StubAws.failure(new Answer.Failed("InvalidParameterException", "no such type"));
        });

        scan("AWS::SQS::Queue", "AWS::SNS::Topic");

        assertThat(tags("arn:t")).isEqualTo(Map.of("of", "topic"));
        assertThat(recorded.resource("a").looked().notRead()).containsOnlyKeys("tags");
    }

    @Test
    void whatOthersJoinToIsListedOnce() throws IOException {
        scan("AWS::EC2::VPC", "AWS::EC2::RouteTable");

        assertThat(aws.count("ec2:DescribeVpcs")).isEqualTo(1);
        assertThat(recorded.resources).hasSize(3);
        assertThat(recorded.resource("rtb-1").traits().origin()).isEqualTo(Origin.AWS_DEFAULT);
    }

    @Test
    void listsThatOneCallGivesAreReadFromIt() throws IOException {
        aws.on("cloudwatch:DescribeAlarms", _ -> StubAws.pages("""
            {"MetricAlarms": [{"AlarmName": "m-1"}, {"AlarmName": "m-2"}], "CompositeAlarms": []}""", """
            {"MetricAlarms": [{"AlarmName": "m-3"}], "CompositeAlarms": [{"AlarmName": "c-1"}]}"""));

        scan("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm");

        assertThat(inputs("DescribeAlarms", "AlarmTypes")).containsExactly(List.of("MetricAlarm", "CompositeAlarm"));
        assertThat(recorded.resources)
                .extracting(resource -> resource.identity().nativeId())
                .containsExactlyInAnyOrder("m-1", "m-2", "m-3", "c-1");
        assertThat(recorded.coverage("eu-west-1", "AWS::CloudWatch::Alarm").count())
                .isEqualTo(3);
        assertThat(recorded.coverage("eu-west-1", "AWS::CloudWatch::CompositeAlarm")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whoIsAskedForAloneIsListedAlone() throws IOException {
        aws.on("cloudwatch:DescribeAlarms", "{\"CompositeAlarms\": [{\"AlarmName\": \"c-1\"}]}");

        scan("AWS::CloudWatch::CompositeAlarm");

        assertThat(inputs("DescribeAlarms", "AlarmTypes")).containsExactly(List.of("CompositeAlarm"));
        assertThat(recorded.resources).hasSize(1);
    }

    @Test
    void whatIsRefusedIsRefusedToAllWhoAskedTogether() throws IOException {
        aws.on("cloudwatch:DescribeAlarms", new Answer.Denied("cloudwatch:DescribeAlarms", "no"));

        scan("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm");

        assertThat(recorded.coverage).hasSize(2).allMatch(coverage -> coverage.status() == Status.DENIED);
    }

    private Map<String, String> tags(String id) {
        return recorded.resource(id).traits().tags();
    }

    private List<Object> filters() {
        return inputs("GetResources", "ResourceTypeFilters");
    }

    private List<Object> inputs(String operation, String member) {
        return aws.calls.stream()
                .filter(call -> call.operation().equals(operation))
                .<Object>map(call -> call.input().get(member))
                .toList();
    }

    private void scan(String... types) throws IOException {
        var catalog = TypeCatalog.read(new ByteArrayInputStream(CATALOG.getBytes(StandardCharsets.UTF_8)));
        var redaction = new Redaction("k", "a key for tests, and nothing else".getBytes(StandardCharsets.UTF_8));
        var target = new Target(new Access("aws", "", AnonymousCredentialsProvider.create()), "here", "");
        new Scan(new Instruments(aws, catalog, redaction, new Tally(), Clock.systemUTC()))
                .run(
                        new ScanRequest(
                                List.of(target),
                                new RegionChoice.Named(List.of("eu-west-1")),
                                Stream.of(types).map(ResourceType::new).collect(Collectors.toSet()),
                                Consent.FREE_READS_ONLY),
                        recorded);
    }
}
