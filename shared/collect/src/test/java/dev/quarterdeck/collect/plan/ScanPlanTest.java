package dev.quarterdeck.collect.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.ResourceType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ScanPlanTest {
    private static final ResourceType QUEUE = new ResourceType("AWS::SQS::Queue");
    private static final ResourceType CLUSTER = new ResourceType("AWS::ECS::Cluster");
    private static final String CATALOG = """
        {"version": "1", "botocore": "1", "types": [
          {"type": "AWS::SQS::Queue", "service": "sqs", "title": "SQS queue", "id": "QueueUrl",
           "list": {"call": "ListQueues", "items": "QueueUrls[]", "as": "QueueUrl"},
           "enrich": [
             {"name": "attributes", "call": "GetQueueAttributes", "take": "Attributes", "into": "Attributes"},
             {"name": "tags", "service": "resourcegroupstaggingapi", "call": "GetResources", "join": true,
              "items": "ResourceTagMappingList[]", "key": "ResourceARN", "on": "$arn", "take": "Tags", "into": "Tags"},
             {"name": "bill", "call": "ListDeadLetterSourceQueues", "paid": true}]},
          {"type": "AWS::ECS::Cluster", "service": "ecs", "title": "ECS cluster", "id": "clusterArn",
           "list": {"call": "ListClusters", "items": "clusterArns[]", "as": "clusterArn"}},
          {"type": "AWS::ECS::Service", "service": "ecs", "title": "ECS service", "id": "serviceArn",
           "list": {"call": "ListServices", "items": "serviceArns[]", "as": "serviceArn", "for": ["AWS::ECS::Cluster"]},
           "enrich": [{"name": "details", "call": "DescribeServices", "batch": {"param": "services", "from": "serviceArn", "size": 10},
                       "items": "services[]", "key": "serviceArn", "on": "serviceArn", "into": "@"}]},
          {"type": "AWS::IAM::Role", "service": "iam", "title": "IAM role", "id": "RoleName", "home": "global",
           "list": {"call": "ListRoles", "items": "Roles[]"}}]}
        """;

    @Test
    void countsListsExactlyAndLeavesOpenWhatNobodyCounted() throws IOException {
        ScanPlan plan = plan(Map.of(), false);

        assertThat(plan.lines())
                .extracting(line -> line.asked().operation(), line -> line.calls(plan.scope()))
                .containsExactly(
                        tuple("ListQueues", OptionalLong.of(12)),
                        tuple("GetQueueAttributes", OptionalLong.empty()),
                        tuple("GetResources", OptionalLong.of(12)),
                        tuple("ListClusters", OptionalLong.of(12)),
                        tuple("ListServices", OptionalLong.empty()),
                        tuple("DescribeServices", OptionalLong.empty()),
                        tuple("ListRoles", OptionalLong.of(3)));
        assertThat(plan.knownCalls()).isEqualTo(39);
        assertThat(plan.open()).hasSize(3);
    }

    @Test
    void turnsRatesIntoNumbersWhereAnEarlierScanCounted() throws IOException {
        ScanPlan plan = plan(Map.of(QUEUE, 100L, CLUSTER, 4L, new ResourceType("AWS::ECS::Service"), 25L), false);

        assertThat(plan.open()).isEmpty();
        assertThat(plan.knownCalls()).isEqualTo(39 + 100 + 4 + 3);
        assertThat(plan.cloudTrailEvents()).isEqualTo(plan.knownCalls());
    }

    @Test
    void countsWhatServesAllTypesOnce() throws IOException {
        String tags = """
            {"name": "tags", "service": "resourcegroupstaggingapi", "call": "GetResources", "join": true, "together": "ResourceTypeFilters",
             "with": {"ResourceTypeFilters": ["x"]}, "items": "ResourceTagMappingList[]", "key": "ResourceARN", "on": "$arn", "take": "Tags"}""";
        String type = """
            {"type": "AWS::SQS::%s", "service": "sqs", "title": "x", "id": "QueueUrl",
             "list": {"call": "ListQueues", "with": {"Kinds": ["x"]}, "together": "Kinds", "items": "QueueUrls[]", "as": "QueueUrl"},
             "enrich": [%s]}""";
        var catalog = TypeCatalog.read(
                new ByteArrayInputStream("{\"version\": \"1\", \"botocore\": \"1\", \"types\": [%s, %s]}"
                        .formatted(type.formatted("A", tags), type.formatted("B", tags))
                        .getBytes(StandardCharsets.UTF_8)));

        ScanPlan plan = ScanPlan.of(new ScanPlan.Scope(3, 4, Map.of(), false), catalog.types());

        assertThat(plan.lines())
                .extracting(line -> line.asked().operation(), line -> line.calls(plan.scope()))
                .containsExactly(tuple("ListQueues", OptionalLong.of(12)), tuple("GetResources", OptionalLong.of(12)));
    }

    @Test
    void asksForNothingThatCostsMoneyWithoutConsent() throws IOException {
        assertThat(plan(Map.of(QUEUE, 7L), false).paidRequests()).isZero();
        assertThat(plan(Map.of(QUEUE, 7L), true).paidRequests()).isEqualTo(7);
    }

    @Test
    void isBoundByTheSlowestBucketAndByTheShareTaken() throws IOException {
        ScanPlan plan = plan(Map.of(QUEUE, 120_000L, CLUSTER, 0L), false);

        Duration whole = plan.atLeast(100);

        assertThat(whole).isPositive();
        assertThat(plan.atLeast(25)).isGreaterThan(whole.multipliedBy(4).minusSeconds(1));
        assertThat(plan(Map.of(QUEUE, 12L, CLUSTER, 0L), false).atLeast(100)).isZero();
    }

    private static ScanPlan plan(Map<ResourceType, Long> counts, boolean paid) throws IOException {
        var catalog = TypeCatalog.read(new ByteArrayInputStream(CATALOG.getBytes(StandardCharsets.UTF_8)));
        return ScanPlan.of(new ScanPlan.Scope(3, 4, counts, paid), catalog.types());
    }
}
